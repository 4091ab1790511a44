import { Slot } from '#world/state'
import type { RunId, ThreadId } from '#clients/ids'
import type { ConcurrentRuns } from './concurrent-runs.ts'
import type { Load } from './load.ts'
import type { OwnedResources } from './owned-resources.ts'
import type { Trespasses } from './trespass.checks.ts'

/** What steps leave for later ones: of each person in a crowd, and of the crowd as a whole. */
export class IsolationState {
  /** What her workload is called between herself and the agents. */
  readonly nickname = new Slot<string>(
    'they all ask the same at the same moment, each about her/his/their own figures',
  )
  /** What she asked for at the same time. */
  readonly concurrentRuns = new Slot<ConcurrentRuns>(
    'each of them asks for several things at once, and loses one of her/his/their lines meanwhile',
  )
  /** What she has. */
  readonly owned = new Slot<OwnedResources>(
    '{people}, each with conversations and an answer of her/his/their own',
  )
  /** The thread that she deleted, the work that went on in it, and when that was done: on the process's clock, and since 1970. */
  readonly deleted = new Slot<{
    readonly id: ThreadId
    readonly run: RunId
    readonly at: number
    readonly since: number
  }>('who owns something may rename it, turn its pages and delete it, and nothing else goes with it')
  /** Of the crowd: what everybody has tried with what is another's. */
  readonly trespasses = new Slot<Trespasses>(
    'each of them tries all that there is to do with what the others have',
  )
  /** Of the crowd: how everybody came through the platform. */
  readonly load = new Slot<Load>('they all register, connect, ask and read back at the same moment')
}
