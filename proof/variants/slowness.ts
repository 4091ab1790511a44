import type { SoundVariant } from '#proof/sound-variant'
import type { RelayedAnswer } from '#wire/saboteur'

const jitter = (least: number, most: number) => (): number => least + Math.random() * (most - least)

const ASLEEP: RelayedAnswer = {
  status: 503,
  headers: { 'content-type': 'text/plain', 'retry-after': '2' },
  body: 'Service Unavailable',
}

/** What takes longer, or has to be asked again. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-slower-everywhere': {
    differs: 'Every call and every word on a line takes 50 to 500 ms, one more than the other',
    misleads: ['AUTH-4', 'LIVE-3', 'LIVE-5'],
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
    misleads: ['AUTH-1'],
    wire: () => {
      let end: number | undefined
      return { instead: () => (Date.now() < (end ??= Date.now() + 8_000) ? ASLEEP : undefined) }
    },
  },
  'sound-loses-one-in-a-hundred': {
    differs: 'Of a hundred connections one is lost before anything is done',
    misleads: ['AUTH-4', 'LIVE-1'],
    wire: () => {
      let calls = 0
      return { fate: ({ path }) => (path !== '/health' && (calls += 1) % 100 === 50 ? 'reset' : 'passed') }
    },
  },
}
