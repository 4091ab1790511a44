import { answering, everyField, saying } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
type Rewrite = (time: string) => string | number

const rewritten = (rewrite: Rewrite) => (name: string, value: unknown) =>
  typeof value === 'string' && TIME.test(value) && name !== 'content' ? rewrite(value) : (value as string)

const jitter = (least: number, most: number) => (): number => least + Math.random() * (most - least)

/** Other notations of a time, and other speeds. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-times-in-seconds': {
    differs: 'Times in answers are seconds since 1970',
    due: 'passed-with-deviations',
    because: /is a time in another notation/,
    misleads: ['AUTH-1', 'ISO-4'],
    wire: () =>
      answering((body) =>
        everyField(
          body,
          rewritten((time) => Date.parse(time) / 1000),
        ),
      ),
  },
  'sound-times-without-offset': {
    differs: 'Times in answers do not say that they are UTC',
    due: 'passed-with-deviations',
    because: /is a time in another notation/,
    misleads: ['AUTH-1', 'AUTH-4', 'ISO-4'],
    wire: () =>
      answering((body) =>
        everyField(
          body,
          rewritten((time) => time.slice(0, -1)),
        ),
      ),
  },
  'sound-times-of-another-zone': {
    differs: 'Times in answers are told in the time of another zone, with their offset',
    misleads: ['AUTH-1', 'ISO-4'],
    wire: () =>
      answering((body, { path }) =>
        path.includes('/events')
          ? body
          : everyField(
              body,
              rewritten((time) =>
                new Date(Date.parse(time) + 7_200_000).toISOString().replace('Z', '+02:00'),
              ),
            ),
      ),
  },
  'sound-times-in-milliseconds-everywhere': {
    differs: 'Times are milliseconds since 1970, on lines as well',
    due: 'passed-with-deviations',
    because: /is a time in another notation/,
    misleads: ['LIVE-1', 'AUTH-3'],
    wire: () =>
      saying((body) =>
        everyField(
          body,
          rewritten((time) => Date.parse(time)),
        ),
      ),
  },
  'sound-slower-by-a-little': {
    differs: 'Every call takes 50 to 150 ms longer, one more than the other',
    misleads: ['AUTH-1', 'LIVE-1', 'ISO-4'],
    wire: () => ({ delay: jitter(50, 150) }),
  },
  'sound-far-away': {
    differs: 'Every call takes 20 to 120 ms longer, and what is told on a line 10 to 80 ms',
    misleads: ['AUTH-4', 'LIVE-5', 'CHAT-1'],
    wire: () => ({ delay: jitter(20, 120), lag: jitter(10, 80) }),
  },
  'sound-slower-by-half-a-second': {
    differs: 'Every call takes 300 to 500 ms longer',
    misleads: ['AUTH-1', 'AUTH-4'],
    wire: () => ({ delay: jitter(300, 500) }),
  },
}
