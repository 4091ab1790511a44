import { hash, verify, type Algorithm } from '@node-rs/argon2'

/** How passwords are kept. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** False also when there is nothing to compare with; takes as long either way. */
  verify(password: string, stored: string | undefined): Promise<boolean>
}

// OWASP Password Storage Cheat Sheet: argon2id with at least 19 MiB, 2 iterations, 1 lane.
const ARGON2ID = 2 satisfies Algorithm.Argon2id
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id at OWASP's minimum parameters. */
export function createPasswords(): Passwords {
  const decoy = hash('nobody has this password', OPTIONS)
  return {
    hash: (password) => hash(password, OPTIONS),
    verify: async (password, stored) => {
      const matches = await verify(stored ?? (await decoy), password)
      return matches && stored !== undefined
    },
  }
}
