import { randomUUID } from 'node:crypto'
import type { Database } from '#kit/database'
import type { Run } from './runs.ts'

export type AgentEventType =
  | 'agent_started'
  | 'agent_thinking'
  | 'tool_executing'
  | 'tool_completed'
  | 'progress_update'
  | 'agent_completed'
  | 'agent_error'

/** What every agent event says of itself. */
export interface EventPayload {
  readonly user_id: string
  readonly thread_id: string
  readonly run_id: string
  readonly agent_name: string
  readonly [detail: string]: unknown
}

/** One thing that happened during a run, exactly as its owner is told. */
export interface AgentEvent {
  readonly type: AgentEventType
  readonly event_id: string
  /** 1, 2, 3 … without gaps within the thread. */
  readonly sequence: number
  /** ISO 8601, UTC. */
  readonly timestamp: string
  readonly payload: EventPayload
}

/** Where events are kept, for good. */
export interface Events {
  /** Undefined when the thread is gone. `also` happens together with it or not at all. */
  append(run: Run, type: AgentEventType, payload: EventPayload, also?: Also): Promise<AgentEvent | undefined>
  ofThread(threadId: string, after: number): Promise<AgentEvent[]>
  ofRun(runId: string, after: number): Promise<AgentEvent[]>
}

export type Also = (transaction: Database) => Promise<void>

interface Row {
  readonly type: AgentEventType
  readonly eventId: string
  readonly sequence: number
  readonly createdAt: Date
  readonly payload: EventPayload
}

export function createEvents(sql: Database, now: () => Date): Events {
  const select = async (condition: ReturnType<Database>): Promise<AgentEvent[]> => {
    const rows = await sql<Row[]>`select * from events where ${condition} order by sequence`
    return rows.map(toEvent)
  }
  /** One statement, which the database carries out as a whole or not at all. */
  const insert = async (tx: Database, run: Run, type: AgentEventType, payload: EventPayload) => {
    const event = { eventId: `evt_${randomUUID()}`, createdAt: now() }
    const [row] = await tx<Row[]>`
      with next as (
        update threads set last_sequence = last_sequence + 1, updated_at = ${event.createdAt}
        where id = ${run.threadId} returning last_sequence
      )
      insert into events (thread_id, sequence, event_id, run_id, type, payload, created_at)
      select ${run.threadId}, last_sequence, ${event.eventId}, ${run.id}, ${type},
        ${tx.json(payload as never)}, ${event.createdAt}
      from next returning *`
    return row && toEvent(row)
  }
  return {
    append: async (run, type, payload, also) => {
      if (!also) return insert(sql, run, type, payload)
      return sql.begin(async (transaction) => {
        // A transaction offers the same queries as the database itself; only its type differs.
        const tx = transaction as unknown as Database
        const event = await insert(tx, run, type, payload)
        if (event) await also(tx)
        return event
      })
    },
    ofThread: (threadId, after) => select(sql`thread_id = ${threadId} and sequence > ${after}::bigint`),
    ofRun: (runId, after) => select(sql`run_id = ${runId} and sequence > ${after}::bigint`),
  }
}

function toEvent({ type, eventId, sequence, createdAt, payload }: Row): AgentEvent {
  return { type, event_id: eventId, sequence, timestamp: createdAt.toISOString(), payload }
}
