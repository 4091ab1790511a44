import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The passes are handed over in the query, where every log keeps them',
  reference: 'RFC 9700, 4.3.2; CWE-598',
  reddens: [{ check: 'AUTH-2.no-pass-in-an-address', because: /passes in the query of/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      handover: (_kit, standard) => ({
        ...standard,
        withTokens: (tokens, returnTo) => standard.withTokens(tokens, returnTo).replace('#', '?'),
      }),
    },
  }),
}
