import { decodeJwt } from 'jose'
import type { SoundVariant } from '#proof/sound-variant'
import type { RelayedRequest, RelayedService } from '#wire/saboteur'

const jitter = (least: number, most: number) => (): number => least + Math.random() * (most - least)
const SLOW = jitter(200, 500)

function slowAt(slow: RelayedService): NonNullable<SoundVariant['wire']> {
  return () => ({ delay: ({ service }) => (service === slow ? SLOW() : 0) })
}

/** Whoever shows a pass, by its word. */
function bearerOf({ headers }: RelayedRequest): string | undefined {
  const [, token] = /^Bearer (.+)$/i.exec(String(headers['authorization'] ?? '')) ?? []
  try {
    return token === undefined ? undefined : decodeJwt(token).sub
  } catch {
    return undefined
  }
}

/** What is slow, and not everywhere, or not always. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-auth-alone-is-slow': {
    differs: 'Every call of the auth service takes 200 to 500 ms longer, and no other',
    misleads: ['AUTH-1', 'AUTH-3', 'AUTH-5', 'ISO-1'],
    wire: slowAt('auth'),
  },
  'sound-backend-alone-is-slow': {
    differs: 'Every call of the backend takes 200 to 500 ms longer, and no other',
    misleads: ['AUTH-4', 'CHAT-3', 'LIVE-5', 'ISO-4'],
    wire: slowAt('backend'),
  },
  'sound-every-third-person-is-far-away': {
    differs: 'Whatever every third person asks takes 400 ms longer',
    misleads: ['AUTH-5', 'LIVE-5', 'ISO-4', 'ISO-5'],
    wire: () => {
      const met: string[] = []
      return {
        delay: (request) => {
          const person = bearerOf(request)
          if (person === undefined) return 0
          if (!met.includes(person)) met.push(person)
          return met.indexOf(person) % 3 === 2 ? 400 : 0
        },
      }
    },
  },
  'sound-slower-as-time-goes-by': {
    differs: 'After eight seconds every call and word takes 300 to 500 ms longer',
    misleads: ['AUTH-5', 'LIVE-5', 'ISO-5'],
    wire: () => {
      let begun: number | undefined
      const later = (): number => (Date.now() > (begun ??= Date.now()) + 8_000 ? jitter(300, 500)() : 0)
      return { delay: later, lag: later }
    },
  },
  'sound-pauses-for-breath': {
    differs: 'Every fortieth call waits for a second and a half',
    misleads: ['AUTH-1', 'AUTH-5', 'LIVE-5', 'ISO-4'],
    wire: () => {
      let calls = 0
      return { delay: () => ((calls += 1) % 40 === 0 ? 1_500 : 0) }
    },
  },
}
