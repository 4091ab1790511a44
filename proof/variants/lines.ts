import { hearing } from '#damage/wire'
import type { SoundVariant } from '#proof/sound-variant'

const LINES = ['LIVE-1', 'LIVE-2', 'LIVE-4', 'LIVE-5'] as const
const now = (): string => new Date().toISOString()

const refusal = (): string =>
  JSON.stringify({
    ...{ type: 'error_message', error_code: 'AUTH_FAILED', error_message: 'Sign in first.' },
    ...{ timestamp: now(), payload: {} },
  })

/** Live lines that behave otherwise. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-words-come-unevenly': {
    differs: 'What is told on a line takes 50 to 500 ms, now more and now less',
    misleads: ['LIVE-1', 'LIVE-3', 'LIVE-4', 'LIVE-5'],
    wire: () => ({ lag: () => 50 + Math.random() * 450 }),
  },
  'sound-words-come-late': {
    ...{ differs: 'What is told on a line takes 300 ms', misleads: ['CHAT-3', 'LIVE-1', 'LIVE-3', 'LIVE-5'] },
    wire: () => ({ lag: () => 300 }),
  },
  'sound-work-outruns-its-words': {
    ...{ differs: 'Work is over before a line can be lost three times', misleads: ['LIVE-2'] },
    wire: () => ({ lag: () => 300 }),
  },
  'sound-lines-end-with-other-words': {
    differs: 'A line that ends gives its reason in other words',
    misleads: ['LIVE-5', 'AUTH-3', 'AUTH-4'],
    wire: () => ({
      end: (code, reason) => ({ code, reason: reason === 'too many connections' ? reason : 'Goodbye.' }),
    }),
  },
  'sound-lines-refused-once-open': {
    differs: 'Who may not have a line is told so on it, and it ends with 1008',
    misleads: ['LIVE-4', 'AUTH-3', 'AUTH-4', 'AUTH-5'],
    wire: () => ({
      refuse: (status) => (status === 401 || status === 403 ? { frame: refusal(), code: 1008 } : undefined),
    }),
  },
  'sound-words-of-unknown-kinds': {
    ...{ differs: 'A line tells of things that the contract does not know', due: 'passed-with-deviations' },
    ...{
      because: /a kind of frame that the contract does not know/,
      misleads: [...LINES, 'LIVE-3', 'CHAT-1'],
    },
    wire: () =>
      hearing((frame) => [
        frame,
        { type: 'system_notice', timestamp: now(), payload: { text: 'Maintenance on Sunday.' } },
      ]),
  },
  'sound-more-fields-of-frames': {
    ...{ differs: 'Frames say more than they have to', misleads: [...LINES, 'CHAT-2'] },
    wire: () =>
      hearing((frame) => [
        { ...frame, id: Math.random(), version: 2, meta: {}, payload: { ...frame.payload, trace: null } },
      ]),
  },
  'sound-takes-longer-messages': {
    ...{ differs: 'A line says that it takes messages of a megabyte', misleads: ['LIVE-1', 'LIVE-4'] },
    wire: () =>
      hearing((frame) =>
        frame.type === 'connection_established'
          ? [{ ...frame, payload: { ...frame.payload, max_message_bytes: 1_048_576 } }]
          : [frame],
      ),
  },
  'sound-welcome-in-other-letters': {
    differs: 'Whose line it is, is said in capitals',
    misleads: ['LIVE-1', 'LIVE-4', 'AUTH-1'],
    wire: () =>
      hearing((frame) => {
        const { type, payload } = frame
        if (type !== 'connection_established') return [frame]
        return [{ ...frame, payload: { ...payload, user_id: String(payload['user_id']).toUpperCase() } }]
      }),
  },
}
