import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The pass of a newcomer names an address that is not hers',
  reference: 'CWE-287; RFC 7519, 4.3',
  reddens: [{ check: 'AUTH-1.registration-opens-a-session', because: /for me\+asha/ }],
  sparesNothing: 'every pass is held against what is told of its bearer',
  plant: () => ({
    auth: {
      tokenIssuer: (_kit, standard) => ({
        issue: (account, kind) => standard.issue({ ...account, email: `me+${account.email}` }, kind),
      }),
    },
  }),
}
