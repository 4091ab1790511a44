import type { Account, Accounts } from '@netra/local-stack/auth-service/accounts'
import type { Passwords } from '@netra/local-stack/service-kit/passwords'
import type { Database } from '@netra/local-stack/service-kit/database'

/** The account of this id, whatever has become of its sessions. */
export async function accountById(database: Database, id: string): Promise<Account | undefined> {
  const [account] = await database<Account[]>`select * from accounts where id = ${id}`
  return account
}

/** Ends every session of an account. @returns the ids of the access tokens that lived by them */
export async function endAllSessions(database: Database, accountId: string): Promise<string[]> {
  const tokens = await database<{ jti: string }[]>`
    with ended as (update sessions set ended_at = now() where account_id = ${accountId} returning id)
    select jti from tokens where kind = 'access' and session_id in (select id from ended)`
  return tokens.map(({ jti }) => jti)
}

/** Whoever registers an address that had an account once gets the id of that account. */
export function keepingIds(standard: Accounts): Accounts {
  const ids = new Map<string, string>()
  return {
    ...standard,
    add: async (account) => {
      const before = ids.get(account.email)
      const added = await standard.add(
        before === undefined ? account : Object.assign({ id: before }, account),
      )
      if (added) ids.set(account.email, added.id)
      return added
    },
  }
}

/** Passwords that are changed before anything is done with them. */
export function altering(standard: Passwords, change: (password: string) => string): Passwords {
  return {
    hash: (password) => standard.hash(change(password)),
    verify: (password, stored) => standard.verify(change(password), stored),
  }
}
