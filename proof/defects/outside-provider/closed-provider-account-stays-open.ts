import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'An account of the provider that was closed is only forgotten there: its pass still opens',
  reference: 'Platform contract, 2: DELETE /auth/me',
  reddens: [
    { check: 'AUTH-2.provider-session-renews-and-ends', because: /the pass of a closed account: 200/ },
  ],
  spares: ['AUTH-3'],
  plant: () => ({
    auth: {
      accounts: (kit, standard) => ({
        ...standard,
        remove: async (id) => {
          await kit.database`update accounts set provider_subject = null, email_key = id where id = ${id} and auth_provider = 'google'`
          const [left] =
            await kit.database`select id from accounts where id = ${id} and auth_provider = 'google'`
          if (!left) await standard.remove(id)
        },
      }),
    },
  }),
}
