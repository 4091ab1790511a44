import { Refusal } from '#kit/refusal'
import type { Run, Runs } from './runs.ts'
import type { Thread, Threads } from './threads.ts'

/** What somebody wants to do with a conversation or a run. */
export type Intent =
  | 'read-thread'
  | 'write-thread'
  | 'rename-thread'
  | 'delete-thread'
  | 'resume-thread'
  | 'read-run'
  | 'read-events'
  | 'cancel-run'

/** Whether this person may do this with something that belongs to `ownerId`. */
export type OwnershipRule = (userId: string, ownerId: string, intent: Intent) => boolean

export const ownersOnly: OwnershipRule = (userId, ownerId) => userId === ownerId

/** Finds what belongs to a person. What is another's is answered exactly like what does not exist. */
export interface Ownership {
  /** @throws {Refusal} 404 `THREAD_NOT_FOUND` */
  thread(userId: string, threadId: string, intent: Intent): Promise<Thread>
  /** @throws {Refusal} 404 `THREAD_NOT_FOUND` */
  run(userId: string, runId: string, intent: Intent): Promise<Run>
}

interface Needs {
  readonly threads: Threads
  readonly runs: Runs
  readonly ownershipRule: OwnershipRule
  readonly notYours: (ownerExists: boolean) => Refusal
}

export function createOwnership({ threads, runs, ownershipRule, notYours }: Needs): Ownership {
  const claim = <Thing extends { userId: string }>(
    thing: Thing | undefined,
    userId: string,
    intent: Intent,
  ): Thing => {
    if (thing && ownershipRule(userId, thing.userId, intent)) return thing
    throw notYours(thing !== undefined)
  }
  return {
    thread: async (userId, threadId, intent) => claim(await threads.byId(threadId), userId, intent),
    run: async (userId, runId, intent) => claim(await runs.byId(runId), userId, intent),
  }
}

export function threadNotFound(): Refusal {
  return new Refusal(404, 'THREAD_NOT_FOUND', 'Thread not found')
}
