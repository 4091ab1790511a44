import { Continuity } from '#contract/continuity'
import { isAgentEvent, type AgentEvent, type ReceivedFrame } from '#contract/frames'
import type { WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import type { Finding } from './finding.ts'
import { findOrderViolation } from '#contract/run-order'

/** What one line was told of one run. */
export interface RecordedRun {
  readonly runId: string
  readonly connection: number
  readonly person: string
  /** In the order of their numbers, each once: what is replayed was told before. */
  readonly events: readonly AgentEvent[]
  /** Whether the line listened from before the run began. */
  readonly fromTheStart: boolean
}

interface ConnectionRecord {
  readonly person: string
  readonly continuity: Continuity
  /** Runs whose acceptance this line has heard. */
  readonly fromTheStart: Set<string>
  /** By run, then by event. */
  readonly runs: Map<string, Map<string, AgentEvent>>
}

/** Follows what every line is told of every run: complete, in order, once. */
export class RunOrderWatch implements WireObserver {
  readonly #connections = new Map<number, ConnectionRecord>()

  get findings(): readonly Finding[] {
    const gaps = [...this.#connections].flatMap(([connection, { person, continuity }]) =>
      continuity.faults.map((fault) => ({ text: `${person}'s line ${connection} ${fault}` })),
    )
    const disorders = this.runs.flatMap((story) => {
      const disorder = findOrderViolation(story)
      return disorder ? [{ text: `on ${story.person}'s line ${story.connection}, ${disorder.text}` }] : []
    })
    return [...gaps, ...disorders]
  }

  /** Every run, as every line was told of it. */
  get runs(): readonly RecordedRun[] {
    return [...this.#connections].flatMap(([connection, { person, runs, fromTheStart }]) =>
      [...runs].map(([runId, events]) => ({
        ...{ runId, connection, person, fromTheStart: fromTheStart.has(runId) },
        events: [...events.values()].sort((one, other) => one.sequence - other.sequence),
      })),
    )
  }

  frame({ connection, person, direction, text, parsed }: WireFrame): void {
    const story = this.#recordOf(connection, person)
    if (direction === 'sent') story.continuity.noteSent(text)
    else if (parsed) follow(story, parsed)
  }

  #recordOf(connection: number, person: string): ConnectionRecord {
    const known = this.#connections.get(connection)
    if (known) return known
    const fresh = { person, continuity: new Continuity(), fromTheStart: new Set<string>(), runs: new Map() }
    this.#connections.set(connection, fresh)
    return fresh
  }
}

function follow({ continuity, fromTheStart, runs }: ConnectionRecord, heard: ReceivedFrame): void {
  continuity.note(heard)
  if (heard.type === 'message_accepted') fromTheStart.add(heard.payload.run_id)
  if (!isAgentEvent(heard)) return
  const { run_id: run } = heard.payload
  const events = runs.get(run) ?? new Map<string, AgentEvent>()
  if (!events.has(heard.event_id)) events.set(heard.event_id, heard)
  runs.set(run, events)
}
