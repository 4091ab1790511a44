import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Limits } from '@netra/local-stack/backend/limits'

/** The same allowance of messages, where a refusal says otherwise how long to wait. @param told in place of the seconds */
export function tellingWait(standard: Limits, told: (seconds: number) => number): Limits {
  return {
    ...standard,
    admitMessage: (userId) =>
      standard.admitMessage(userId).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        const seconds = told(Number(error.headers['retry-after']))
        throw new Refusal(429, 'RATE_LIMITED', error.message, { 'retry-after': String(seconds) })
      }),
  }
}
