import { randomUUID } from 'node:crypto'
import type { Saboteur } from '#wire/saboteur'
import type { SoundVariant } from '#proof/sound-variant'

const ID = /(thread|run)_[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ids as clients see them, for those that the platform has. @param shape of the n-th that was met */
function renamed(shape: (index: number) => string, pattern: RegExp, isNumber = false): Saboteur {
  const [out, back] = [new Map<string, string>(), new Map<string, string>()]
  const told = (id: string): string => {
    const known = out.get(id) ?? shape(out.size)
    out.set(id, known)
    back.set(known, id)
    return known
  }
  const hide = (text: string): string =>
    (isNumber ? text.replace(/"((?:thread|run)_[\da-f-]{36})"/g, (_, id: string) => told(id)) : text).replace(
      ID,
      told,
    )
  const find = (text: string): string =>
    text.replace(pattern, (shown) => back.get(decodeURIComponent(shown)) ?? shown)
  return {
    ask: find,
    answer: (answer) => ({ ...answer, body: hide(answer.body) }),
    hear: (frame) => [hide(frame)],
    say: (frame) => [find(frame)],
  }
}

function ulid(index: number): string {
  const random = Array.from({ length: 16 }, () => CROCKFORD[Math.floor(Math.random() * 32)]).join('')
  return `01KB${String(index).padStart(6, '0')}${random}`
}

/** Ids of other shapes. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-ids-are-ulids': {
    differs: 'Conversations and works have ids of 26 signs, in capitals',
    misleads: ['AUTH-4', 'LIVE-1'],
    wire: () => renamed(ulid, /\b01KB[\dA-Z]{22}\b/g),
  },
  'sound-ids-are-plain-uuids': {
    differs: 'Conversations and works have UUIDs and nothing before them',
    misleads: ['AUTH-4', 'LIVE-1', 'ISO-4', 'LIVE-2'],
    wire: () => renamed(() => randomUUID(), /(?<!_)\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g),
  },
  'sound-ids-are-long-names': {
    differs: 'Conversations and works have long names with colons, points and tildes',
    misleads: ['AUTH-4', 'LIVE-1', 'ISO-4', 'LIVE-2'],
    wire: () =>
      renamed(
        (index) => `netra:eu-west.1:${index}~${randomUUID()}-${'part-'.repeat(3)}z`,
        /netra(?::|%3A)eu-west\.1(?::|%3A)\d+~[\w-]+z/g,
      ),
  },
  'sound-ids-are-numbers': {
    differs: 'Conversations and works have numbers in place of names',
    due: 'passed-with-deviations',
    because: /is a number where text is due/,
    misleads: ['AUTH-4', 'LIVE-1'],
    wire: () => renamed((index) => String(7_310_000_000_417 + index * 7919), /\b73\d{11}\b/g, true),
  },
}
