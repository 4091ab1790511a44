import { onceWelcomed } from '#damage/wire'
import type { SoundVariant } from '#proof/sound-variant'

const BACK = /lines were ended with 1012, and opened again|not kept to the letter/

/** Lines that end though nobody has done anything. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-edge-closes-old-lines': {
    differs: 'An edge ends each line after twenty seconds with 1001',
    misleads: ['AUTH-3', 'AUTH-5', 'CHAT-1', 'LIVE-5', 'ISO-5'],
    wire: () => onceWelcomed((line) => void setTimeout(() => line.hangUp(1001), 20_000).unref()),
  },
  'sound-every-tenth-line-ends-at-once': {
    differs: 'Every tenth line ends with 1012 when it has been welcomed',
    misleads: ['LIVE-4', 'LIVE-5', 'ISO-3', 'AUTH-4'],
    due: 'passed-with-deviations',
    because: BACK,
    wire: () =>
      onceWelcomed((line) => line.number % 10 === 0 && void setTimeout(() => line.hangUp(1012), 50)),
  },
  'sound-every-fourth-line-is-moved': {
    differs: 'Every fourth line is ended with 1012 after two seconds, as when a platform is exchanged',
    misleads: ['LIVE-1', 'LIVE-3', 'LIVE-4', 'CHAT-2', 'CHAT-5'],
    due: 'passed-with-deviations',
    because: BACK,
    wire: () =>
      onceWelcomed((line) => line.number % 4 === 2 && void setTimeout(() => line.hangUp(1012), 2_000)),
  },
}
