import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { CONTRACT_LIMITS } from '#kit/contract-limits'
import { Refusal } from '#kit/refusal'

/** How much one person may ask for. Everybody's allowance is their own. */
export interface Limits {
  /** @throws {Refusal} 429 `RATE_LIMITED` with `Retry-After` */
  admitMessage(userId: string): Promise<void>
  /** @param running how many of this person's runs are under way @throws {Refusal} as above */
  admitRun(userId: string, running: number): void
}

const { messagesPerMinute, runsAtOnce } = CONTRACT_LIMITS
const RUN_RETRY_SECONDS = 2

export function createLimits(): Limits {
  const messages = new RateLimiterMemory({ points: messagesPerMinute, duration: 60 })
  return {
    admitMessage: async (userId) => {
      try {
        await messages.consume(userId)
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection
        throw tooMany(Math.max(1, Math.ceil(rejection.msBeforeNext / 1000)), 'messages a minute')
      }
    },
    admitRun: (_userId, running) => {
      if (running >= runsAtOnce) throw tooMany(RUN_RETRY_SECONDS, 'questions at once')
    },
  }
}

function tooMany(retryAfterSeconds: number, what: string): Refusal {
  const headers = { 'retry-after': String(retryAfterSeconds) }
  return new Refusal(429, 'RATE_LIMITED', `Too many ${what}`, headers)
}
