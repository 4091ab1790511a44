import { Continuity } from '#contract/continuity'
import { isAgentEvent, type AgentEvent, type ReceivedFrame } from '#contract/frames'
import { findOrderViolation } from '#contract/run-order'
import type { WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import type { Finding } from './finding.ts'

/** What one connection has received of one run. */
export interface RecordedRun {
  readonly runId: string
  readonly connection: number
  readonly person: string
  /** In the order of their numbers, each once: what is replayed came before. */
  readonly events: readonly AgentEvent[]
  /** Whether it was open from before the run began. */
  readonly fromTheStart: boolean
  /** When it was accepted, as the platform dates it, where that was heard. */
  readonly acceptedAt?: string | undefined
}

interface ConnectionRecord {
  readonly person: string
  readonly continuity: Continuity
  /** Runs whose acceptance it has received, and the moment that it tells. */
  readonly accepted: Map<string, string>
  /** By run, then by event. */
  readonly runs: Map<string, Map<string, AgentEvent>>
}

/** Follows what every connection receives of every run: complete, in order, once. */
export class RunOrderWatch implements WireObserver {
  readonly #connections = new Map<number, ConnectionRecord>()

  get findings(): readonly Finding[] {
    const gaps = [...this.#connections].flatMap(([connection, { person, continuity }]) =>
      continuity.faults.map((fault) => ({ text: `${person}'s line ${connection} ${fault}` })),
    )
    const violations = this.runs.flatMap((run) => {
      const violation = findOrderViolation(run)
      return violation ? [{ text: `on ${run.person}'s line ${run.connection}, ${violation.text}` }] : []
    })
    return [...gaps, ...violations]
  }

  /** Every run, as every connection received it. */
  get runs(): readonly RecordedRun[] {
    return [...this.#connections].flatMap(([connection, { person, runs, accepted }]) =>
      [...runs].map(([runId, events]) => ({
        ...{ runId, connection, person, fromTheStart: accepted.has(runId) },
        acceptedAt: accepted.get(runId),
        events: [...events.values()].sort((one, other) => one.sequence - other.sequence),
      })),
    )
  }

  frame({ connection, person, direction, text, parsed }: WireFrame): void {
    const record = this.#recordOf(connection, person)
    if (direction === 'sent') record.continuity.noteSent(text)
    else if (parsed) follow(record, parsed)
  }

  #recordOf(connection: number, person: string): ConnectionRecord {
    const known = this.#connections.get(connection)
    if (known) return known
    const fresh = {
      person,
      continuity: new Continuity(),
      accepted: new Map<string, string>(),
      runs: new Map(),
    }
    this.#connections.set(connection, fresh)
    return fresh
  }
}

function follow({ continuity, accepted, runs }: ConnectionRecord, frame: ReceivedFrame): void {
  continuity.note(frame)
  if (frame.type === 'message_accepted') accepted.set(frame.payload.run_id, frame.timestamp)
  if (!isAgentEvent(frame)) return
  const { run_id: run } = frame.payload
  const events = runs.get(run) ?? new Map<string, AgentEvent>()
  if (!events.has(frame.event_id)) events.set(frame.event_id, frame)
  runs.set(run, events)
}
