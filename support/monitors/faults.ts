import type { Exchange, Frame, LineEnd } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import type { Finding } from './finding.ts'

const TOO_MANY_REQUESTS = 429

interface Fault {
  /** Whom it befell, if anybody. */
  readonly person?: string
  /** What a step has to claim, if it meant to cause this. */
  readonly key: string
  readonly text: string
}

/** Notices everything that went wrong. A step that meant to cause it claims it; the rest is a finding. */
export class FaultWatch implements WireObserver {
  readonly #faults: Fault[] = []
  readonly #claimed = new Set<string>()
  readonly #forgiven = new Set<string>()

  /** Faults that nobody has claimed. */
  get findings(): readonly Finding[] {
    const isClaimed = ({ key, person }: Fault): boolean =>
      this.#claimed.has(key) || (person !== undefined && this.#forgiven.has(person))
    return this.#faults.filter((fault) => !isClaimed(fault)).map(({ text }) => ({ text }))
  }

  claimExchange(number: number): void {
    this.#claimed.add(`exchange ${number}`)
  }

  claimLineEnd(line: number): void {
    this.#claimed.add(`line ${line}`)
  }

  /** The run was meant not to end well. */
  claimRun(runId: string): void {
    this.#claimed.add(`run ${runId}`)
  }

  /** Errors of this code were asked for, on this line. */
  claimErrors(line: number, code: string): void {
    this.#claimed.add(`error ${line} ${code}`)
  }

  /** Whatever befell this person was to be expected. */
  claimAllOf(person: string): void {
    this.#forgiven.add(person)
  }

  /** Something that went wrong apart from the wire. */
  report(text: string): void {
    this.#faults.push({ key: text, text })
  }

  exchange({ number, person, service, request, response, failure }: Exchange): void {
    if (service === 'outside') return
    const call = `${person}'s ${request.method} ${new URL(request.url).pathname} (exchange ${number})`
    const key = `exchange ${number}`
    if (failure) this.#faults.push({ person, key, text: `${call} got no answer: ${failure.code}` })
    if (!response) return
    const isFault = response.status >= 500 || response.status === TOO_MANY_REQUESTS
    if (isFault) this.#faults.push({ person, key, text: `${call} was answered ${response.status}` })
  }

  frame({ person, line, heard }: Frame): void {
    if (heard?.type === 'error_message') {
      const text = `${person} was told of an error on line ${line}: ${heard.error_code}`
      this.#faults.push({ person, key: `error ${line} ${heard.error_code}`, text })
    }
    if (heard?.type === 'agent_error') {
      const { run_id: run, error_code: code, agent_name: agent } = heard.payload
      const text = `${person} was told on line ${line} that ${agent} failed: ${code}`
      this.#faults.push({ person, key: `run ${run}`, text })
    }
  }

  lineEnd({ line, person, code, reason, ours }: LineEnd): void {
    if (ours) return
    this.#faults.push({
      person,
      key: `line ${line}`,
      text: `${person}'s line ${line} was ended by the platform: ${code} ${reason}`.trim(),
    })
  }
}
