import { hearing } from '#damage/wire'
import { createLimits } from '@netra/local-stack/backend/limits'
import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { SoundVariant } from '#proof/sound-variant'

const MINUTE_MS = 60_000

/** Remembers each moment by itself: a place is free again when what took it is a minute old. */
class Log {
  readonly #moments = new Map<string, number[]>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** How many seconds until there is a place again; nothing where there is one. */
  wait(key: string): number | undefined {
    const now = Date.now()
    const kept = (this.#moments.get(key) ?? []).filter((moment) => moment > now - MINUTE_MS)
    this.#moments.set(key, kept)
    const [first = now] = kept.slice(-this.#most)
    return kept.length < this.#most ? undefined : Math.ceil((first + MINUTE_MS - now) / 1000)
  }

  note(key: string): void {
    this.#moments.set(key, [...(this.#moments.get(key) ?? []), Date.now()])
  }

  forget(key: string): void {
    this.#moments.delete(key)
  }
}

function tooMany(wait: number, what: string): Refusal {
  return new Refusal(429, 'RATE_LIMITED', `Too many ${what}`, { 'retry-after': String(wait) })
}

/** Limiters that count otherwise, and keep what is promised. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-limits-slide': {
    differs: 'What counts within a minute is forgotten one by one, not all at once',
    misleads: ['AUTH-5', 'ISO-5', 'LIVE-5'],
    plant: () => {
      const [messages, failures] = [new Log(60), new Log(10)]
      return {
        backend: {
          limits: () => ({
            ...createLimits(),
            admitMessage: (userId: string): Promise<void> => {
              const wait = messages.wait(userId)
              if (wait !== undefined) return Promise.reject(tooMany(wait, 'messages a minute'))
              return Promise.resolve(messages.note(userId))
            },
          }),
        },
        auth: {
          loginThrottle: (_kit, standard) => ({
            ...standard,
            admit: (key) => {
              const wait = failures.wait(key)
              return wait === undefined ? Promise.resolve() : Promise.reject(tooMany(wait, 'failed attempts'))
            },
            failed: (key) => Promise.resolve(failures.note(key)),
            succeeded: (key) => Promise.resolve(failures.forget(key)),
          }),
        },
      }
    },
  },
  'sound-what-is-sent-again-counts-again': {
    differs: 'What is sent again by the same name is one more message of the minute',
    misleads: ['CHAT-1', 'LIVE-2', 'ISO-5'],
    plant: () => {
      const log = new Log(60)
      const admit = (userId: string): Promise<void> => {
        const wait = log.wait(userId)
        if (wait !== undefined) return Promise.reject(tooMany(wait, 'messages a minute'))
        return Promise.resolve(log.note(userId))
      }
      return {
        backend: {
          limits: () => ({ ...createLimits(), admitMessage: admit }),
          messages: (_kit, standard) => ({
            ...standard,
            byClientId: async (userId, name) => {
              const known = await standard.byClientId(userId, name)
              if (known) await admit(userId)
              return known
            },
          }),
        },
      }
    },
  },
  'sound-waits-in-fractions': {
    ...{ differs: 'A line tells fractions of a second to wait', misleads: ['ISO-5', 'LIVE-5'] },
    wire: () =>
      hearing((frame) => {
        const { retry_after_seconds: wait } = frame.payload
        if (typeof wait !== 'number') return [frame]
        return [{ ...frame, payload: { ...frame.payload, retry_after_seconds: wait - 0.37 } }]
      }),
  },
  'sound-edge-limits-one-address-evenly': {
    ...{ differs: 'An edge lets one hundred calls through at once, and forty a second after that' },
    ...{ due: 'passed-with-deviations', because: /in trouble for a moment/ },
    misleads: ['AUTH-5', 'LIVE-5', 'ISO-4'],
    wire: () => {
      let [tokens, last] = [100, Date.now()]
      const headers = { 'content-type': 'text/html', 'retry-after': '1' }
      return {
        instead: () => {
          const now = Date.now()
          tokens = Math.min(100, tokens + ((now - last) / 1000) * 40)
          last = now
          if (tokens < 1) return { status: 429, headers, body: '<html><h1>429</h1></html>' }
          tokens -= 1
          return undefined
        },
      }
    },
  },
}
