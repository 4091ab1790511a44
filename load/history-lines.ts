import { isAgentEvent } from '../support/contract/frames.ts'
import { Decoder } from '../support/monitors/decoding.ts'
import { locate } from '../support/monitors/finding.ts'
import { distinctiveParts } from '../support/monitors/marker-index.ts'
import { faultIn, type Passage } from '../support/promises/isolation/load.checks.ts'
import { EventLog } from '../support/waiting/event-log.ts'
import type { Person } from '../support/world/person.ts'
import type { Scenario } from '../support/world/scenario.ts'

/**
 * What a line of a history says of its key. They stand in this order below each key, once a history is sorted:
 *
 * - `owned`: the word is this person's.
 * - `shown`: it was in something that this person received; where.
 * - `told`: this person was told an event of the thread on this line; its place there, and its sequence.
 * - `way`: how far this person has come, as JSON: `took` in milliseconds by phase, and what went wrong.
 */
export const KINDS = ['owned', 'shown', 'told', 'way'] as const

/** Behind everything else: it belongs to no word and no thread. */
export const LAST_KEY = '~'

/** The lines of one person's history. Nobody else plays in her scenario. */
export function historyLines(scenario: Scenario, person: Person, passage: Passage): string[] {
  const { took } = passage
  const way = JSON.stringify({ took, fault: faultIn(passage) })
  return [...ownedBy(scenario, person), ...shownTo(scenario, person), ...toldTo(scenario, person)].concat(
    line(LAST_KEY, 'way', person.marker, way),
  )
}

function ownedBy({ ownership }: Scenario, { marker }: Person): string[] {
  const words = new Set(ownership.registered.flatMap(({ value }) => wordsIn(value)))
  return [...words].map((word) => line(word, 'owned', marker))
}

function shownTo({ history }: Scenario, { marker }: Person): string[] {
  const decoder = new Decoder()
  const first = new Map<string, string>()
  for (const { text, source } of history.received)
    for (const word of decoder.decodedFormsOf(text).flatMap(wordsIn))
      if (!first.has(word)) first.set(word, locate(source))
  return [...first].map(([word, where]) => line(word, 'shown', marker, where))
}

/** Of her own threads: what she was told of another's, the words in it say. */
function toldTo({ ownership }: Scenario, { name, marker, devices }: Person): string[] {
  return devices.flatMap(({ connection }, number) =>
    connection.received.since(EventLog.START).flatMap(({ value: frame }, place) => {
      if (!isAgentEvent(frame) || ownership.ownerOf(frame.payload.thread_id) !== name) return []
      const { sequence, payload } = frame
      return line(
        payload.thread_id,
        'told',
        marker,
        String(number),
        String(place).padStart(6, '0'),
        String(sequence),
      )
    }),
  )
}

/** What of a text could be somebody's: parts that no ordinary word or figure looks like. */
function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9_@.-]+/)
    .flatMap(distinctiveParts)
}

function line(key: string, kind: (typeof KINDS)[number], ...cells: readonly string[]): string {
  return [key, kind, ...cells].join('\t')
}
