import type { SoundVariant } from '#proof/sound-variant'
import type { RelayedAnswer, RelayedRequest } from '#wire/saboteur'

const jitter = (least: number, most: number) => (): number => least + Math.random() * (most - least)

const EDGE: RelayedAnswer = {
  status: 429,
  headers: { 'content-type': 'text/html' },
  body: '<html><title>429 Too Many Requests</title><h1>Too Many Requests</h1></html>',
}
const ASLEEP: RelayedAnswer = {
  status: 503,
  headers: { 'content-type': 'text/plain', 'retry-after': '2' },
  body: 'Service Unavailable',
}

/** More than so many calls a minute are told to come again when the oldest of them is a minute old. */
function edge(most: number): (request: RelayedRequest) => RelayedAnswer | undefined {
  const calls: number[] = []
  return ({ path }) => {
    if (path.startsWith('/api')) return undefined
    const now = Date.now()
    while (now - (calls[0] ?? now) > 60_000) calls.shift()
    const [oldest = now] = calls
    if (calls.push(now) <= most) return undefined
    calls.pop()
    const wait = String(Math.ceil((60_000 - now + oldest) / 1000))
    return { ...EDGE, headers: { ...EDGE.headers, 'retry-after': wait } }
  }
}

/** What takes longer, or has to be asked again. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-slower-everywhere': {
    differs: 'Every call and every word on a line takes 50 to 500 ms, one more than the other',
    misleads: ['AUTH-3', 'AUTH-5', 'CHAT-3', 'LIVE-2', 'LIVE-3', 'LIVE-5', 'ISO-4', 'ISO-5'],
    wire: () => ({ delay: jitter(50, 500), lag: jitter(50, 500) }),
  },
  'sound-first-byte-after-twenty-seconds': {
    differs: 'The first call of each service is answered after 20 s',
    misleads: ['AUTH-1'],
    wire: () => {
      const met = new Set<string>()
      return {
        delay: ({ service }) => {
          if (met.has(service)) return 0
          met.add(service)
          return 20_000
        },
      }
    },
  },
  'sound-wakes-up-slowly': {
    differs: 'For the first eight seconds everything is told to come again, health too',
    misleads: ['AUTH-1', 'LIVE-1'],
    wire: () => {
      let end: number | undefined
      return { instead: () => (Date.now() < (end ??= Date.now() + 8_000) ? ASLEEP : undefined) }
    },
  },
  'sound-loses-one-in-a-hundred': {
    differs: 'Of a hundred connections one is lost before anything is done',
    misleads: ['AUTH-1', 'AUTH-4', 'ISO-4', 'ISO-5', 'LIVE-1'],
    wire: () => {
      let calls = 0
      return { fate: ({ path }) => (path !== '/health' && (calls += 1) % 100 === 50 ? 'reset' : 'passed') }
    },
  },
  'sound-limited-at-its-edge': {
    differs: 'More than 100 calls a minute outside /api are told to come again, and when',
    due: 'passed-with-deviations',
    because: /in trouble for a moment/,
    misleads: ['AUTH-1', 'AUTH-5'],
    wire: () => ({ instead: edge(100) }),
  },
}
