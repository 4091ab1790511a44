import { PhaseTimes, type PhaseFigures, type Took } from '../support/promises/isolation/phases.checks.ts'
import { KINDS } from './history-lines.ts'

/** A history that nobody has written so; one line. */
export class BadHistory extends Error {}

/** What of many there was: how often, and the first few. */
export interface Tally {
  readonly count: number
  readonly first: readonly string[]
}

/** What histories have shown. */
export interface LoadFindings {
  readonly people: number
  /** Those who did not come through, with why. */
  readonly failed: Tally
  /** What somebody was shown, or given as her own, that is another's. */
  readonly foreign: Tally
  /** Events that are missing, came twice, or in another order. */
  readonly disorder: Tally
  /** How often somebody was shown what is hers: that the search can find. */
  readonly own: number
  readonly events: number
  readonly phases: readonly PhaseFigures[]
}

/** Goes once through the lines of all histories, sorted, and keeps no more of them than what their key is about. */
export class IsolationJudge {
  readonly #failed = tally()
  readonly #foreign = tally()
  readonly #disorder = tally()
  readonly #times = new PhaseTimes()
  #people = 0
  #own = 0
  #events = 0
  #key = ''
  #owner: string | undefined
  /** On which line, and what was told there last. */
  #told: readonly [line: string, sequence: number] = ['', 0]

  /** @throws {BadHistory} */
  note(text: string): void {
    const [key = '', kind = '', person = '', ...cells] = text.split('\t')
    if (!KINDS.some((known) => known === kind) || person === '')
      throw new BadHistory(`no line of a history: ${text.slice(0, 80)}`)
    if (key !== this.#key) [this.#key, this.#owner, this.#told] = [key, undefined, ['', 0]]
    if (kind === 'owned') this.#noteOwner(person)
    else if (kind === 'shown') this.#noteShown(person, cells[0] ?? '')
    else if (kind === 'told') this.#noteTold(`${person}, line ${cells[0]}`, Number(cells[2]))
    else this.#noteWay(person, cells[0] ?? '')
  }

  get findings(): LoadFindings {
    return {
      ...{ people: this.#people, own: this.#own, events: this.#events, phases: this.#times.figures },
      ...{ failed: this.#failed, foreign: this.#foreign, disorder: this.#disorder },
    }
  }

  #noteOwner(person: string): void {
    if (this.#owner !== undefined && this.#owner !== person)
      add(this.#foreign, `"${this.#key}" was given to both ${this.#owner} and ${person}`)
    this.#owner = person
  }

  #noteShown(person: string, where: string): void {
    if (this.#owner === person) this.#own += 1
    else if (this.#owner !== undefined)
      add(this.#foreign, `${person} was shown "${this.#key}", which is ${this.#owner}'s, in ${where}`)
  }

  #noteTold(line: string, sequence: number): void {
    this.#events += 1
    const last = this.#told[0] === line ? this.#told[1] : 0
    if (sequence !== last + 1) add(this.#disorder, `${line}: #${sequence} of ${this.#key} after #${last}`)
    this.#told = [line, sequence]
  }

  #noteWay(person: string, json: string): void {
    const { took, fault } = JSON.parse(json) as { took: Took; fault?: string }
    this.#people += 1
    this.#times.note(took)
    if (fault !== undefined) add(this.#failed, `${person}: ${fault}`)
  }
}

const MOST_TOLD = 5

function tally(): { count: number; first: string[] } {
  return { count: 0, first: [] }
}

function add(to: ReturnType<typeof tally>, what: string): void {
  to.count += 1
  if (to.first.length < MOST_TOLD) to.first.push(what)
}
