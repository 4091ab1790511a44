import { CONTRACT_LIMITS } from '#kit/contract-limits'

/** A line to one of a person's devices. */
export interface Line {
  readonly userId: string
  /** Of the token that the line lives by. */
  readonly tokenId: string
  send(frame: object): void
  close(code: number, reason: string): void
}

/** Who is listening, and who is told what. */
export interface FanOut {
  /** False when this person has too many lines already. */
  join(line: Line): boolean
  leave(line: Line): void
  deliver(userId: string, frame: object): void
  /** Closes the lines of one person that live by one of these tokens; all of theirs without `tokenIds`. */
  hangUp(userId: string, reason: string, tokenIds?: readonly string[]): void
}

export function createFanOut(): FanOut {
  const lines = new Map<string, Set<Line>>()
  return {
    join: (line) => {
      const own = lines.get(line.userId) ?? new Set()
      if (own.size >= CONTRACT_LIMITS.connections) return false
      lines.set(line.userId, own.add(line))
      return true
    },
    leave: (line) => {
      const own = lines.get(line.userId)
      if (own?.delete(line) && own.size === 0) lines.delete(line.userId)
    },
    deliver: (userId, frame) => {
      for (const line of lines.get(userId) ?? []) line.send(frame)
    },
    hangUp: (userId, reason, tokenIds) => {
      for (const line of lines.get(userId) ?? []) {
        if (!tokenIds || tokenIds.includes(line.tokenId)) line.close(1008, reason)
      }
    },
  }
}
