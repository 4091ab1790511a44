import { setTimeout as pause } from 'node:timers/promises'
import type { FanOut, Line } from '@netra/local-stack/backend/live/fan-out'
import { isLast, telling } from '#damage/telling'
import type { SoundVariant } from '#proof/sound-variant'

const ENDS = ['session ended', 'account ended', 'session expired']

/** What ends in its own time, and what stands still for a moment: all within what is promised. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  // "204: account, sessions, threads and runs are gone everywhere within 2 s, live lines closed".
  'sound-deletion-takes-a-second': {
    differs: 'A deleted account is gone everywhere after 1.1 s, and not before',
    misleads: ['CHAT-5', 'LIVE-5', 'ISO-4'],
    plant: () => {
      const later = (ms: number, act: () => Promise<void>): Promise<void> => {
        setTimeout(() => void act().catch(() => undefined), ms).unref()
        return Promise.resolve()
      }
      return {
        auth: {
          accounts: (_kit, standard) => ({
            ...standard,
            remove: (id) => later(1_100, () => standard.remove(id)),
          }),
          sessionEnds: (_kit, standard) => ({
            ...standard,
            accountEnded: (id) => later(1_150, () => standard.accountEnded(id)),
          }),
        },
      }
    },
  },

  // "its live lines close with 1008 within 2 s", "closes it with 1008 within 2 s".
  'sound-lines-end-a-second-later': {
    differs: 'A line whose session is over goes on for 1.2 s',
    misleads: ['AUTH-3', 'AUTH-4', 'LIVE-5', 'CHAT-5'],
    plant: () => ({
      backend: {
        fanOut: (_kit, standard) => ending(standard, (_line, close) => void setTimeout(close, 1_200)),
      },
    }),
  },

  // "closes it with 1008": what is said before is open; `error_message` is one of the frames.
  'sound-lines-say-why-they-end': {
    differs: 'A line whose session is over says so in a frame before it ends',
    misleads: ['AUTH-3', 'AUTH-4', 'LIVE-5', 'CHAT-5'],
    plant: () => ({
      backend: {
        fanOut: (_kit, standard) =>
          ending(standard, (line, close) => {
            const error = { error_code: 'AUTH_FAILED', error_message: 'This session has ended.' }
            line.send({ type: 'error_message', ...error, payload: {} })
            close()
          }),
      },
    }),
  },

  // "202; the run ends as `cancelled` within 2 s and produces nothing after that".
  'sound-stopping-takes-a-second': {
    differs: 'A wish to stop is taken at once, and the work is over 1.1 s later',
    misleads: ['CHAT-3', 'LIVE-5', 'ISO-4', 'ISO-5'],
    plant: () => ({
      backend: {
        runEngine: (_kit, standard) => ({
          ...standard,
          cancel: (id) => {
            void standard.cancel(id)
            return Promise.resolve()
          },
        }),
        publisher: (_kit, standard) =>
          telling(standard, async (word, tell) => {
            if (isLast(word) && word.details['error_code'] === 'RUN_CANCELLED') await pause(1_100)
            return tell(word)
          }),
      },
    }),
  },

  // "5 runs at once": what is over when the next is taken is none of them.
  'sound-questions-are-taken-one-late': {
    differs:
      'Of the questions by a call, each but the first in a while is taken 900 ms later: others are over by then',
    misleads: ['CHAT-4', 'LIVE-5', 'CHAT-1'],
    wire: () => {
      let last = -Infinity
      return {
        delay: ({ method, path }) => {
          if (method !== 'POST' || !path.endsWith('/messages')) return 0
          const isFirst = performance.now() - last > 500
          last = performance.now()
          return isFirst ? 0 : 900
        },
      }
    },
  },
  // No sentence says how fast a call is; "within 2 s", "never more than 10 s of silence" hold.
  'sound-stops-the-world': {
    differs: 'Every seven seconds everything stands still for 1.2 s, calls and lines alike',
    misleads: ['AUTH-5', 'LIVE-3', 'LIVE-5', 'ISO-4'],
    wire: () => {
      const begun = performance.now()
      const left = (): number => {
        const phase = (performance.now() - begun) % 7_000
        return phase > 5_800 ? 7_000 - phase : 0
      }
      return { delay: left, lag: left }
    },
  },
}

/** Lines whose session is over end otherwise. @param end is given how to end one */
function ending(standard: FanOut, end: (line: Line, close: () => void) => void): FanOut {
  return {
    ...standard,
    join: (line) => {
      const close = line.close.bind(line)
      line.close = (code, reason) => {
        if (ENDS.includes(reason)) end(line, () => close(code, reason))
        else close(code, reason)
      }
      return standard.join(line)
    },
  }
}
