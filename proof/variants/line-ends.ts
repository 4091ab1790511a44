import { hearing, onceWelcomed } from '#damage/wire'
import type { SoundVariant } from '#proof/sound-variant'
import type { Saboteur } from '#wire/saboteur'

const MISLED = ['LIVE-1', 'LIVE-2', 'LIVE-3', 'CHAT-3', 'ISO-4'] as const
const BACK = /lines were ended with 10\d\d, and opened again/
const now = (): string => new Date().toISOString()

/** Apart as far as an edge that has something to do ends lines. */
const APART_MS = 6_000

/** Lines are ended in place of a word, and nothing more is heard on them. */
function endedBefore(type: string): Saboteur {
  const ended = new Set<number>()
  let last = -Infinity
  return hearing((frame, line) => {
    if (ended.has(line.number)) return []
    if (frame.type !== type || performance.now() < last + APART_MS) return [frame]
    last = performance.now()
    ended.add(line.number)
    line.hangUp(1012)
    return []
  })
}

/** Other moments at which lines end, and other signs that they live. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-edge-ends-lines-after-four-seconds': {
    differs: 'An edge ends each line after four seconds with 1013',
    ...{ misleads: MISLED, due: 'passed-with-deviations', because: BACK },
    wire: () => onceWelcomed((line) => void setTimeout(() => line.hangUp(1013), 4_000).unref()),
  },
  'sound-every-fifth-line-goes-away-at-once': {
    differs: 'Every fifth line ends with 1001 when it has been welcomed',
    ...{ misleads: MISLED, due: 'passed-with-deviations', because: BACK },
    wire: () => onceWelcomed((line) => line.number % 5 === 3 && void setTimeout(() => line.hangUp(1001), 20)),
  },
  'sound-lines-end-before-a-question-is-accepted': {
    differs: 'An edge ends lines with 1012 when a question was taken, and nobody was told',
    ...{ misleads: ['CHAT-3', 'LIVE-1', 'LIVE-3'], due: 'passed-with-deviations', because: BACK },
    wire: () => endedBefore('message_accepted'),
  },
  'sound-lines-end-before-they-are-renewed': {
    differs: 'An edge ends lines with 1012 when they were renewed, and nobody was told',
    ...{ misleads: ['AUTH-3'], due: 'passed-with-deviations', because: BACK },
    wire: () => endedBefore('reauthenticated'),
  },
  'sound-lines-end-while-they-tell-again': {
    differs: 'An edge ends lines with 1012 when all was told again, and that was not said',
    ...{ misleads: ['LIVE-2', 'ISO-3', 'ISO-4'], due: 'passed-with-deviations', because: BACK },
    wire: () => endedBefore('replay_complete'),
  },
  'sound-heartbeats-while-work-goes-on': {
    ...{ differs: 'Lines give signs of life every quarter of a second, whatever else is told' },
    misleads: ['LIVE-1', 'LIVE-3', 'LIVE-4', 'LIVE-5', 'CHAT-3', 'ISO-5'],
    wire: () =>
      onceWelcomed((line) => {
        const beat = { type: 'heartbeat', timestamp: now(), payload: {} }
        const timer = setInterval(() => line.tell(JSON.stringify({ ...beat, timestamp: now() })), 250)
        setTimeout(() => clearInterval(timer), 60_000).unref()
        timer.unref()
      }),
    due: 'passed-with-deviations',
    because: /`payload.connection_id` is missing/,
  },
  'sound-pongs-say-more': {
    ...{ differs: 'A pong says when it was said, and what else it knows', misleads: ['LIVE-4', 'LIVE-5'] },
    wire: () =>
      hearing((frame) =>
        frame.type === 'pong'
          ? [{ ...frame, payload: { ...frame.payload, server_time: now(), latency_ms: 3 } }]
          : [frame],
      ),
  },
  'sound-errors-do-not-say-which-message': {
    ...{
      differs: 'Errors on a line do not name the message that they answer',
      misleads: ['LIVE-5', 'ISO-5'],
    },
    wire: () =>
      hearing((frame) => {
        const payload = { ...frame.payload, client_message_id: undefined }
        return [frame.type === 'error_message' ? { ...frame, payload } : frame]
      }),
  },
  'sound-accepts-after-the-first-word': {
    ...{
      differs: 'A question is said to be accepted after the first word of its work',
      misleads: ['LIVE-1'],
    },
    wire: () => {
      const held = new Map<number, object>()
      return hearing((frame, { number }) => {
        const before = held.get(number)
        if (frame.type === 'message_accepted' && !before) {
          held.set(number, frame)
          return []
        }
        held.delete(number)
        return before ? [frame, before] : [frame]
      })
    },
  },
}
