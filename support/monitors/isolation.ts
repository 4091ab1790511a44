import type { OwnershipRegistry } from './ownership-registry.ts'
import { locate, type Finding } from './finding.ts'
import type { Received } from './history.ts'
import { scanForOwned, type Recipient, type Occurrence } from './leak-scan.ts'

/** What a search for foreign things has found, and what it had to look at. */
export interface IsolationReport {
  /** The earliest first: for each thing of somebody's and each other person, the two places that prove it. */
  readonly findings: readonly Finding[]
  /** How many texts were looked at. */
  readonly texts: number
  /** How often somebody was shown something of their own: that the search can find. */
  readonly own: number
}

/**
 * Looks for anything of one person in what another one received.
 * @param received in order; it is gone through once, and may be a stream
 */
export function findForeign(received: Iterable<Received>, ownership: OwnershipRegistry): IsolationReport {
  const recipients = scanForOwned(received, ownership)
  const all = [...recipients.values()]
  const disputes = ownership.disputes.map((text) => ({ text }))
  const leaks = all
    .flatMap((recipient) => leaksTo(recipient, recipients))
    .sort((one, other) => one.since - other.since)
  return {
    findings: [...disputes, ...leaks.map(({ text }) => ({ text }))],
    texts: sum(all.map(({ texts }) => texts)),
    own: sum(all.flatMap(({ person, occurrences }) => timesSeen(occurrences, person))),
  }
}

function leaksTo(
  { person, occurrences }: Recipient,
  recipients: ReadonlyMap<string, Recipient>,
): (Finding & { since: number })[] {
  const foreign = [...occurrences].filter(([, { owner }]) => owner !== person)
  return foreign.map(([value, occurrence]) => {
    const rightful = recipients.get(occurrence.owner)?.occurrences.get(value)
    return { text: tell(person, occurrence, rightful), since: occurrence.since }
  })
}

function timesSeen(occurrences: Recipient['occurrences'], owner: string): number[] {
  return [...occurrences.values()]
    .filter((occurrence) => occurrence.owner === owner)
    .map(({ times }) => times)
}

/** The smallest witness: where its owner had it first, if at all, and where the other one did. */
function tell(person: string, shown: Occurrence, rightful: Occurrence | undefined): string {
  const { owner, word, first, times } = shown
  const had = rightful ? `${owner} had it in ${locate(rightful.first)}` : `${owner} never received it`
  const got = `${person} ${rightful ? '' : 'did '}in ${locate(first)}`
  const later = times === 2 ? 'once' : `${times - 1} times`
  const more = times > 1 ? `, and ${later} later` : ''
  return `${person} was shown "${word}", which is ${owner}'s: ${had}, ${got}${more}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
