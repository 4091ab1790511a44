import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every sign-in at the provider carries the same nonce',
  reference: 'OpenID Connect Core 1.0, 15.5.2',
  reddens: [{ check: 'AUTH-2.state-never-repeats', because: /nonce/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      outsideProvider: (_kit, standard) => ({
        ...standard,
        prepare: () => ({ ...standard.prepare(), nonce: 'the-same-nonce-for-every-sign-in' }),
      }),
    },
  }),
}
