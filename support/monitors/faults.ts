import { CLOSE, ERRORS } from '#contract/codes'
import type { ReceivedFrame } from '#contract/frames'
import { isSupervisor } from '#contract/observed-run'
import type { Exchange, WireFrame, ConnectionEnd } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import type { Finding } from './finding.ts'
import { RestlessLines } from './restless-lines.ts'

const TOO_MANY_REQUESTS = 429
/** Ends that may be told before they come, each with the error that tells it, where there is a name for that. */
const TOLD_BEFORE: Readonly<Record<number, string>> = {
  [CLOSE.policyViolation]: ERRORS.authentication,
  [CLOSE.tooLarge]: '',
}

interface Fault {
  /** Whom it befell, if anybody. */
  readonly person?: string
  /** What a step has to claim, if it meant to cause this. */
  readonly key: string
  readonly text: string
  /** An agent and its work: it did in the end what it had failed at, if it is among those. */
  readonly mendable?: string
}

/** Notices everything that went wrong. A step that meant to cause it claims it; the rest is a finding. */
export class FaultWatch implements WireObserver {
  readonly #faults: Fault[] = []
  readonly #claimed = new Set<string>()
  readonly #forgiven = new Set<string>()
  /** Agents, each with its work, that were done after they had failed. */
  readonly #mended = new Set<string>()
  /** By line, what its owner was told on it: the type of each frame, or the key of an error. */
  readonly #told = new Map<number, string[]>()
  /** By line, the same of what its owner was told on it last. */
  readonly #last = new Map<number, string>()
  /** Of a line that was opened in place of a lost one, which one was the first. */
  readonly #firsts = new Map<number, number>()
  readonly #restless = new RestlessLines()

  /** Faults that nobody has claimed. */
  get findings(): readonly Finding[] {
    const isClaimed = ({ key, person = '', mendable = '' }: Fault): boolean =>
      this.#claimed.has(key) || this.#forgiven.has(person) || this.#mended.has(mendable)
    const unclaimed = this.#faults.filter((fault) => !isClaimed(fault)).map(({ text }) => ({ text }))
    const { finding } = this.#restless
    return finding === undefined ? unclaimed : [...unclaimed, { text: finding }]
  }

  /** The call was meant to be answered with a fault, or not at all. */
  expectExchange(number: number): void {
    this.#claimed.add(`exchange ${number}`)
  }

  /** The connection was meant to be ended by the platform. */
  expectClose(connection: number): void {
    this.#claimed.add(`connection ${this.#firstOf(connection)}`)
  }

  /** The run was meant not to end well. */
  expectRunFailure(runId: string): void {
    this.#claimed.add(`run ${runId}`)
  }

  /** Errors of this code were asked for, on this connection. */
  expectErrors(connection: number, code: string): void {
    this.#claimed.add(`error ${this.#firstOf(connection)} ${code}`)
  }

  /** Whatever befell this person was to be expected. */
  expectAnyFaultOf(person: string): void {
    this.#forgiven.add(person)
  }

  /** Something that went wrong apart from the wire. */
  report(text: string): void {
    this.#faults.push({ key: text, text })
  }

  exchange({ number, person, service, request, response, failure, trouble }: Exchange): void {
    // Trouble of the target is told apart from its faults.
    if (service === 'outside' || trouble) return
    const call = `${person}'s ${request.method} ${new URL(request.url).pathname} (exchange ${number})`
    const key = `exchange ${number}`
    if (failure) this.#faults.push({ person, key, text: `${call} got no answer: ${failure.code}` })
    if (!response) return
    const isFault = response.status >= 500 || response.status === TOO_MANY_REQUESTS
    if (isFault) this.#faults.push({ person, key, text: `${call} was answered ${response.status}` })
  }

  frame({ person, connection, parsed, at }: WireFrame): void {
    if (!parsed) return
    this.#restless.frame({ connection, at })
    const key =
      parsed.type === 'error_message'
        ? `error ${this.#firstOf(connection)} ${parsed.error_code}`
        : parsed.type
    this.#told.set(connection, [...(this.#told.get(connection) ?? []), key].slice(0, 2))
    this.#last.set(connection, key)
    if (parsed.type === 'error_message') {
      const text = `${person} was told of an error on line ${connection}: ${parsed.error_code}`
      this.#faults.push({ person, key, text })
    }
    this.#agentEnd(person, connection, parsed)
  }

  #agentEnd(person: string, connection: number, frame: ReceivedFrame): void {
    if (frame.type !== 'agent_error' && frame.type !== 'agent_completed') return
    const { run_id: run, agent_name: agent } = frame.payload
    const mendable = `${run} ${agent}`
    if (frame.type === 'agent_completed') return void this.#mended.add(mendable)
    const { error_code: code, recoverable } = frame.payload
    const text = `${person} was told on line ${connection} that ${agent} failed: ${code}`
    this.#mended.delete(mendable)
    // Whether the work itself has failed, the one in charge says.
    const isMendable = recoverable === true && !isSupervisor(agent)
    this.#faults.push({ person, key: `run ${run}`, text, ...(isMendable ? { mendable } : {}) })
  }

  connectionEnd({ connection, person, code, reason, ours, regainedAs, at }: ConnectionEnd): void {
    if (ours) return
    if (regainedAs !== undefined) {
      this.#restless.ended({ connection, at })
      return void this.#firsts.set(regainedAs, this.#firstOf(connection))
    }
    const [first, ...more] = this.#told.get(connection) ?? []
    const isRefusal = code === CLOSE.policyViolation && more.length === 0 && first?.startsWith('error ')
    if (isRefusal && first) return void this.#claimed.add(first)
    const key = `connection ${this.#firstOf(connection)}`
    this.#takeReasonOf(connection, key, TOLD_BEFORE[code])
    this.#faults.push({
      person,
      key,
      text: `${person}'s line ${connection} was ended by the platform: ${code} ${reason}`.trim(),
    })
  }

  /** Who says why a line ends, and ends it, says it of the end. @param code of that error, or of any */
  #takeReasonOf(connection: number, end: string, code: string | undefined): void {
    const last = this.#last.get(connection) ?? ''
    if (code === undefined || !last.startsWith(`error ${this.#firstOf(connection)} ${code}`)) return
    const place = this.#faults.findLastIndex(({ key }) => key === last)
    const fault = this.#faults[place]
    if (fault) this.#faults[place] = { ...fault, key: end }
  }

  #firstOf(connection: number): number {
    return this.#firsts.get(connection) ?? connection
  }
}
