import { hearing } from '#damage/wire'
import type { SoundVariant } from '#proof/sound-variant'
import type { RelayedAnswer, RelayedLine } from '#wire/saboteur'

const now = (): string => new Date().toISOString()
const isLine = ({ path }: { path: string }): boolean => path.startsWith('/ws')
const LATER: RelayedAnswer = {
  status: 503,
  headers: { 'content-type': 'text/plain', 'retry-after': '1' },
  body: 'Service Unavailable',
}
const OPENED = ['LIVE-1', 'LIVE-3', 'LIVE-4', 'AUTH-4'] as const

/** Something is said on each line before its owner is welcomed. */
function saidBefore(first: () => object): NonNullable<SoundVariant['wire']> {
  return () => {
    const met = new Set<number>()
    return hearing((frame, line: RelayedLine) => {
      if (met.has(line.number)) return [frame]
      met.add(line.number)
      return [first(), frame]
    })
  }
}

/** Lines that open otherwise. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-heartbeat-before-the-welcome': {
    ...{ differs: 'A line gives a sign of life before it welcomes its owner', due: 'passed-with-deviations' },
    ...{ because: /not kept to the letter/, misleads: OPENED },
    wire: saidBefore(() => ({ type: 'heartbeat', timestamp: now(), payload: { connection_id: 'line' } })),
  },
  'sound-start-up-is-told-before-the-welcome': {
    ...{ differs: 'A line tells how its start goes before it welcomes its owner', misleads: OPENED },
    ...{ due: 'passed-with-deviations', because: /not kept to the letter/ },
    wire: saidBefore(() => ({ type: 'startup_progress', timestamp: now(), payload: { phase: 'auth' } })),
  },
  'sound-words-without-a-kind-before-the-welcome': {
    ...{ differs: 'A line says something without a type before it welcomes its owner', misleads: OPENED },
    ...{ due: 'passed-with-deviations', because: /not kept to the letter/ },
    wire: saidBefore(() => ({ status: 'initializing', progress: 10 })),
  },
  'sound-lines-open-slowly': {
    ...{ differs: 'A line takes one and a half seconds to open', misleads: [...OPENED, 'LIVE-2', 'LIVE-5'] },
    wire: () => ({ delay: (request) => (isLine(request) ? 1_500 : 0) }),
  },
  'sound-lines-wake-up-slowly': {
    ...{
      differs: 'For five seconds after the first wish for a line, whoever wants one is told to come again',
    },
    ...{ due: 'passed-with-deviations', because: /in trouble for a moment/, misleads: ['LIVE-1', 'AUTH-1'] },
    wire: () => {
      let end: number | undefined
      return {
        instead: (request) =>
          isLine(request) && Date.now() < (end ??= Date.now() + 5_000) ? LATER : undefined,
      }
    },
  },
}
