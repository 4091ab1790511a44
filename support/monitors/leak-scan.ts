import { withoutEcho } from './echo.ts'
import type { OwnedValue, OwnershipRegistry } from './ownership-registry.ts'
import type { Origin } from './finding.ts'
import type { Received } from './history.ts'

/** That somebody was shown something: where first, and in how many texts. */
export interface Occurrence {
  readonly owner: string
  /** By what it was known there. */
  readonly word: string
  readonly first: Origin
  /** The text of its first showing, counted from the beginning. */
  readonly since: number
  readonly times: number
}

/** What one person was shown. */
export interface Recipient {
  readonly person: string
  /** How many texts that was. */
  readonly texts: number
  /** What of somebody's was in them, by what was registered. */
  readonly occurrences: ReadonlyMap<string, Occurrence>
}

interface Tally extends Occurrence {
  times: number
  last: number
}
interface Tallies extends Recipient {
  texts: number
  readonly occurrences: Map<string, Tally>
}

/** Goes once through all that was received, in order, and keeps none of the texts: they may be a stream. */
export function scanForOwned(
  received: Iterable<Received>,
  ownership: OwnershipRegistry,
): ReadonlyMap<string, Recipient> {
  const recipients = new Map<string, Tallies>()
  let number = 0
  for (const message of received) {
    const { person, source } = message
    number += 1
    let recipient = recipients.get(person)
    if (!recipient) recipients.set(person, (recipient = { person, texts: 0, occurrences: new Map() }))
    recipient.texts += 1
    const { occurrences } = recipient
    for (const { owner, value, word } of shownAnewIn(message, ownership)) {
      const tally = occurrences.get(value)
      if (tally) count(tally, number)
      else occurrences.set(value, { owner, word, first: source, since: number, times: 1, last: number })
    }
  }
  return recipients
}

/** What shows in a text. What is another's, and was said by the receiver herself, is not shown to her by it. */
function shownAnewIn(
  { person, text, isError = false, said, subject }: Received,
  ownership: OwnershipRegistry,
): readonly OwnedValue[] {
  const shown = ownership.shownIn(text)
  if (!said || shown.every(({ owner }) => owner === person)) return shown
  const anew = new Set(
    ownership.shownIn(withoutEcho({ text, isError, said: said() })).map(({ value }) => value),
  )
  const spokenFor = ownership.ownerOf(subject?.() ?? '')
  return shown.filter(({ owner, value }) => owner === person || (owner !== spokenFor && anew.has(value)))
}

/** However often it shows in one text, that counts once. */
function count(tally: Tally, number: number): void {
  if (tally.last !== number) tally.times += 1
  tally.last = number
}
