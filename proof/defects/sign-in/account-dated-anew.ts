import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever comes back has an account of this moment',
  reference: 'Platform contract, 2: GET /auth/me',
  reddens: [{ check: 'AUTH-1.account-is-told-as-it-is', because: /made .* and / }],
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        open: async (account) => {
          await kit.database`update accounts set created_at = now() where id = ${account.id}`
          return standard.open(account)
        },
      }),
    },
  }),
}
