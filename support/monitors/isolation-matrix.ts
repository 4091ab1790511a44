import type { OwnershipRegistry } from './ownership-registry.ts'
import type { Received } from './history.ts'
import { scanForOwned, type Occurrence } from './leak-scan.ts'

/** What one person was shown of another one's, or of their own. */
export interface IsolationCell {
  /** How many texts the one person received. */
  readonly observed: number
  /** How often the other one was shown what is theirs: that there was something to be seen. */
  readonly owned: number
  /** How often the one person was shown it, though it is not theirs. */
  readonly foreign: number
}

/** People × people: a row for each who was shown something, a column for each whose it is. */
export interface IsolationMatrix {
  readonly people: readonly string[]
  readonly cells: readonly (readonly IsolationCell[])[]
}

/** Who was shown what of whom. @param received in order; it is gone through once, and may be a stream */
export function isolationMatrix(received: Iterable<Received>, ownership: OwnershipRegistry): IsolationMatrix {
  const recipients = scanForOwned(received, ownership)
  const people = [...new Set([...ownership.owners, ...recipients.keys()])]
  const seen = new Map(people.map((person) => [person, timesByOwner(recipients.get(person)?.occurrences)]))
  const times = (person: string, owner: string): number => seen.get(person)?.get(owner) ?? 0
  const cells = people.map((person) =>
    people.map((owner) => ({
      observed: recipients.get(person)?.texts ?? 0,
      owned: times(owner, owner),
      foreign: person === owner ? 0 : times(person, owner),
    })),
  )
  return { people, cells }
}

function timesByOwner(occurrences: ReadonlyMap<string, Occurrence> = new Map()): Map<string, number> {
  const byOwner = new Map<string, number>()
  for (const { owner, times } of occurrences.values()) byOwner.set(owner, (byOwner.get(owner) ?? 0) + times)
  return byOwner
}
