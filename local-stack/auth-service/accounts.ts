import { randomUUID } from 'node:crypto'
import type { Database } from '#kit/database'

/** A person's account on the platform. */
export interface Account {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly permissions: readonly string[]
  readonly authProvider: 'password' | 'google' | 'simulation'
  /** Who this is to the outside provider. */
  readonly providerSubject: string | null
  readonly passwordHash: string | null
  readonly createdAt: Date
}

export type NewAccount = Pick<Account, 'email' | 'name' | 'permissions' | 'authProvider'> &
  Partial<Pick<Account, 'providerSubject' | 'passwordHash'>>

/** Where accounts are kept. Addresses are looked up by their key, so that spelling makes no second person. */
export interface Accounts {
  /** Undefined when the address is taken. */
  add(account: NewAccount): Promise<Account | undefined>
  byEmail(email: string): Promise<Account | undefined>
  byProvider(provider: Account['authProvider'], subject: string): Promise<Account | undefined>
  remove(id: string): Promise<void>
}

/** @param keyOf reduces an address to what makes it the same address */
export function createAccounts(sql: Database, keyOf: (email: string) => string): Accounts {
  return {
    add: async (account) => {
      const row = { id: `user_${randomUUID()}`, emailKey: keyOf(account.email), ...account }
      const [added] = await sql<
        Account[]
      >`insert into accounts ${sql(row)} on conflict do nothing returning *`
      return added
    },
    byEmail: async (email) => {
      const [found] = await sql<Account[]>`select * from accounts where email_key = ${keyOf(email)}`
      return found
    },
    byProvider: async (provider, subject) => {
      const [found] = await sql<Account[]>`
        select * from accounts where auth_provider = ${provider} and provider_subject = ${subject}`
      return found
    },
    remove: async (id) => {
      await sql`delete from accounts where id = ${id}`
    },
  }
}
