import { RateLimiterMemory } from 'rate-limiter-flexible'
import { CONTRACT_LIMITS } from '#kit/contract-limits'
import { Refusal } from '#kit/refusal'
import { Turns } from '#kit/turns'

/** Slows down guessing at one account without touching any other. */
export interface LoginThrottle {
  /** Looks at one attempt at an account after another, so that those of the same moment are counted, too. */
  inTurn<Result>(addressKey: string, attempt: () => Promise<Result>): Promise<Result>
  /** @throws {Refusal} 429 with `Retry-After` while the account has failed too often */
  admit(addressKey: string): Promise<void>
  failed(addressKey: string): Promise<void>
  succeeded(addressKey: string): Promise<void>
}

const { failedSignIns } = CONTRACT_LIMITS
const WINDOW_SECONDS = 60

/** @param windowSeconds how long a failure counts */
export function createLoginThrottle(windowSeconds = WINDOW_SECONDS): LoginThrottle {
  const limiter = new RateLimiterMemory({ points: failedSignIns, duration: windowSeconds })
  const turns = new Turns()
  return {
    inTurn: (addressKey, attempt) => turns.take(addressKey, attempt),
    admit: async (addressKey) => {
      const record = await limiter.get(addressKey)
      if (!record || record.consumedPoints < failedSignIns) return
      const retryAfter = String(Math.max(1, Math.ceil(record.msBeforeNext / 1000)))
      throw new Refusal(429, 'RATE_LIMITED', 'Too many failed attempts', { 'retry-after': retryAfter })
    },
    failed: async (addressKey) => {
      await limiter.penalty(addressKey)
    },
    succeeded: async (addressKey) => {
      await limiter.delete(addressKey)
    },
  }
}
