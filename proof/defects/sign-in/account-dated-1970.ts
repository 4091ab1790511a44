import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every account is dated 1970',
  reference: 'Platform contract, 2: GET /auth/me',
  reddens: [{ check: 'AUTH-1.account-is-told-as-it-is', because: /made 1970/ }],
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => ({
        ...standard,
        accountOf: async (claims) => {
          const account = await standard.accountOf(claims)
          return account && { ...account, createdAt: new Date(0) }
        },
      }),
    },
  }),
}
