import { randomUUID } from 'node:crypto'
import type { Database } from '#kit/database'

export type RunStatus = 'running' | 'completed' | 'failed' | 'cancelled'

/** The agents' work on one question. */
export interface Run {
  readonly id: string
  readonly threadId: string
  readonly userId: string
  readonly status: RunStatus
  readonly error: string | null
  readonly startedAt: Date
  readonly finishedAt: Date | null
}

/** Where runs are kept. */
export interface Runs {
  create(threadId: string, userId: string): Promise<Run>
  byId(id: string): Promise<Run | undefined>
  finish(id: string, status: RunStatus, error: string | null, transaction?: Database): Promise<void>
  countRunning(userId: string): Promise<number>
  /** All that are not over: after a restart, those that were cut off. */
  running(): Promise<Run[]>
}

export function createRuns(sql: Database): Runs {
  return {
    create: async (threadId, userId) => {
      const row = { id: `run_${randomUUID()}`, threadId, userId, status: 'running' }
      const [run] = await sql<[Run]>`insert into runs ${sql(row)} returning *`
      return run
    },
    byId: async (id) => {
      const [run] = await sql<Run[]>`select * from runs where id = ${id}`
      return run
    },
    finish: async (id, status, error, tx = sql) => {
      await tx`update runs set status = ${status}, error = ${error}, finished_at = now() where id = ${id}`
    },
    countRunning: async (userId) => {
      const [{ count }] = await sql<[{ count: number }]>`
        select count(*)::int from runs where user_id = ${userId} and status = 'running'`
      return count
    },
    running: async () => [...(await sql<Run[]>`select * from runs where status = 'running'`)],
  }
}
