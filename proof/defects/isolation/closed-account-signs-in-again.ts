import type { Defect } from '#proof/defect'
import type { Account } from '@netra/local-stack/auth-service/accounts'

export const defect: Defect = {
  wrong: 'Whoever signs in to an account that was closed has it again',
  reference: 'Platform contract, 2: DELETE /auth/me',
  reddens: [{ check: 'ISO-4.nothing-comes-back', because: /to sign in when it is closed: 200/ }],
  spares: ['AUTH-4'],
  plant: () => {
    const closed = new Map<string, Account>()
    return {
      auth: {
        accounts: (kit, standard) => ({
          ...standard,
          remove: async (id) => {
            const [account] = await kit.database<Account[]>`select * from accounts where id = ${id}`
            if (account) closed.set(kit.addressKey(account.email), account)
            await standard.remove(id)
          },
          add: (account) => {
            closed.delete(kit.addressKey(account.email))
            return standard.add(account)
          },
          byEmail: async (email) => {
            const found = await standard.byEmail(email)
            const former = closed.get(kit.addressKey(email))
            if (found || !former?.passwordHash) return found
            const { email: address, name, permissions, authProvider, passwordHash } = former
            closed.delete(kit.addressKey(email))
            return standard.add({ email: address, name, permissions, authProvider, passwordHash })
          },
        }),
      },
    }
  },
}
