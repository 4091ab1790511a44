import { randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '#kit/database'
import type { Passwords } from '#kit/passwords'

/** A person as the outside provider knows them. */
export interface Identity {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly emailVerified: boolean
  /** What the letter to the address carries; whoever has it has the letter. */
  readonly confirmationCode: string
}

export interface SignUp {
  readonly email: string
  readonly name: string
  readonly password: string
}

/** The outside provider's own people. Anybody may claim an address; only the letter proves it. */
export interface Identities {
  signUp(details: SignUp): Promise<Identity>
  confirm(confirmationCode: string): Promise<Identity | undefined>
  signIn(email: string, password: string): Promise<Identity | undefined>
  byId(id: string): Promise<Identity | undefined>
}

type Row = Identity & { readonly passwordHash: string }

export function createIdentities(sql: Database, passwords: Passwords): Identities {
  return {
    signUp: async ({ email, name, password }) => {
      const passwordHash = await passwords.hash(password)
      const confirmationCode = randomBytes(18).toString('base64url')
      const row = { id: randomUUID(), email, name, passwordHash, confirmationCode }
      const [identity] = await sql<[Row]>`insert into identities ${sql(row)} returning *`
      return identity
    },
    confirm: async (confirmationCode) => {
      const [identity] = await sql<Row[]>`
        update identities set email_verified = true
        where confirmation_code = ${confirmationCode} returning *`
      return identity
    },
    signIn: async (email, password) => {
      const claimants = await sql<Row[]>`select * from identities where lower(email) = ${email.toLowerCase()}`
      for (const claimant of claimants) {
        if (await passwords.verify(password, claimant.passwordHash)) return claimant
      }
      return undefined
    },
    byId: async (id) => {
      const [identity] = await sql<Row[]>`select * from identities where id = ${id}`
      return identity
    },
  }
}
