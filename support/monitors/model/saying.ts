import type { Call } from './call.ts'
import type { Window } from './window.ts'

type Source = Pick<Window, 'where'> | undefined

/** Says that something is known to be so, by something, and told otherwise. */
export type Dispute = (known: string, knownBy: Source, told: string) => void

/** What does not agree in one answer with what is known. */
export class Disputes {
  readonly found: string[] = []
  readonly #person: string
  readonly #where: string

  constructor({ person, where }: Pick<Call, 'person' | 'where'>) {
    this.#person = person
    this.#where = where
  }

  /**
   * `Asha's conversation thread_1 is called "Costs" by exchange 3, and it is called "costs" in exchange 9`
   *
   * @param what completes "Asha's …"
   */
  about(what: string): Dispute {
    return (known, knownBy, told) => {
      const source = knownBy ? ` by ${knownBy.where}` : ''
      this.found.push(`${this.#person}'s ${what} ${known}${source}, and ${told} in ${this.#where}`)
    }
  }
}

/** A value, as it is shown in a finding: short. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const LONGEST = 90

/** `3`, or `2 to 3` where it may be either. */
export function range([least, most]: readonly [number, number]): string {
  return least === most ? String(least) : `${least} to ${most}`
}
