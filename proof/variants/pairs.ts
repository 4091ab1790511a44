import { together } from '#damage/together'
import type { SoundVariant } from '#proof/sound-variant'
import { variants as absent } from './absent.ts'
import { variants as capabilities } from './capabilities.ts'
import { variants as clocks } from './clocks.ts'
import { variants as denials } from './denials.ts'
import { variants as dialects } from './dialects.ts'
import { variants as ids } from './ids.ts'
import { variants as lines } from './lines.ts'
import { variants as notations } from './notations.ts'
import { variants as restless } from './restless-lines.ts'
import { variants as shapes } from './shapes.ts'
import { variants as slowness } from './slowness.ts'
import { variants as times } from './times.ts'
import { variants as unsaid } from './unsaid.ts'
import { variants as untold } from './untold.ts'

const ALL: Readonly<Record<string, SoundVariant>> = {
  ...{ ...absent, ...capabilities, ...clocks, ...denials, ...dialects, ...ids, ...lines, ...notations },
  ...{ ...restless, ...shapes, ...slowness, ...times, ...unsaid, ...untold },
}

/** @param names of variants, without `sound-`; the first is next to the platform */
function pair(
  misleads: SoundVariant['misleads'],
  due: SoundVariant['due'],
  ...names: readonly string[]
): SoundVariant {
  const variants = names.map((name) => {
    const one = ALL[`sound-${name}`]
    if (!one) throw new Error(`there is no variant sound-${name}`)
    return one
  })
  const differs = variants.map((one) => one.differs).join('; and: ')
  return { differs, misleads, due, ...together(...variants) }
}

const KEPT = 'passed-with-deviations'

/** Two differences at once, and three. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-slow-and-numbered': pair(
    ['AUTH-4', 'LIVE-1', 'ISO-4'],
    KEPT,
    'ids-are-numbers',
    'slower-by-half-a-second',
  ),
  'sound-september-from-far-away': pair(
    ['LIVE-1', 'LIVE-5', 'CHAT-2', 'ISO-2'],
    KEPT,
    'speaks-as-in-september',
    'slower-by-half-a-second',
    'words-come-late',
  ),
  'sound-october-behind': pair(
    ['LIVE-1', 'LIVE-4', 'CHAT-2'],
    KEPT,
    'clock-20-s-behind',
    'speaks-as-in-october',
  ),
  'sound-behind-and-asleep': pair(['AUTH-1', 'AUTH-3'], 'passed', 'clock-20-s-behind', 'wakes-up-slowly'),
  'sound-nothing-special-and-403': pair(
    ['LIVE-5', 'ISO-1', 'ISO-3', 'ISO-4'],
    KEPT,
    'denied-by-403',
    'has-nothing-special',
  ),
  'sound-refuses-late-once-open': pair(
    ['LIVE-4', 'LIVE-5', 'AUTH-3', 'AUTH-4'],
    'passed',
    'lines-refused-once-open',
    'lines-end-with-other-words',
    'far-away',
  ),
  'sound-tells-little-in-seconds': pair(
    ['AUTH-1', 'AUTH-4', 'AUTH-5', 'ISO-4'],
    KEPT,
    'little-is-told-at-all',
    'times-in-seconds',
    'errors-as-problems',
    'made-is-201',
  ),
  'sound-moved-in-september': pair(
    ['LIVE-1', 'LIVE-3', 'LIVE-4'],
    KEPT,
    'speaks-as-in-september',
    'every-fourth-line-is-moved',
  ),
  'sound-moved-without-resume': pair(
    ['LIVE-1', 'LIVE-3', 'LIVE-4'],
    KEPT,
    'without-resume',
    'every-fourth-line-is-moved',
  ),
  'sound-uuids-from-far-away': pair(
    ['AUTH-4', 'LIVE-2', 'ISO-4', 'CHAT-3'],
    'passed',
    'ids-are-plain-uuids',
    'slower-everywhere',
  ),
  'sound-september-with-numbers': pair(
    ['LIVE-1', 'LIVE-2', 'CHAT-2'],
    KEPT,
    'ids-are-numbers',
    'speaks-as-in-september',
  ),
  'sound-no-stopping-and-401': pair(
    ['CHAT-3', 'ISO-4', 'LIVE-5', 'ISO-5'],
    KEPT,
    'denied-by-401',
    'without-cancel',
  ),
  'sound-ahead-and-asleep': pair(['AUTH-3', 'LIVE-3'], 'passed', 'clock-20-s-ahead', 'wakes-up-slowly'),
  'sound-october-moved': pair(
    ['LIVE-1', 'LIVE-4', 'CHAT-2'],
    KEPT,
    'speaks-as-in-october',
    'every-fourth-line-is-moved',
  ),
}
