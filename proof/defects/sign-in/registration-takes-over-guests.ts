import type { Account } from '@netra/local-stack/auth-service/accounts'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever registers the address of an account without a password gives it one, and is in it',
  reference: 'Platform contract, 2: POST /auth/register: 409 for an address that is taken',
  reddens: [
    { check: 'AUTH-2.side-door-opens-no-other-account', because: /registering an address from there: 200/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      accounts: (kit, standard) => ({
        ...standard,
        add: async (account) => {
          const added = await standard.add(account)
          if (added || account.authProvider !== 'password') return added
          const [taken] = await kit.database<Account[]>`
            update accounts set password_hash = ${account.passwordHash ?? null}
            where email_key = ${kit.addressKey(account.email)} and auth_provider = 'simulation' returning *`
          return taken
        },
      }),
    },
  }),
}
