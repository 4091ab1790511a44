import type { LiveConnection } from '#clients/live-connection'
import type { ObservedRun } from '#contract/observed-run'
import type { Asked } from '#promises/shared/asking'
import type { Assignment } from '#promises/shared/assignments'
import type { QuestionRun } from '#promises/shared/question-run'
import { Slot } from '#world/state'
import type { FaultsSent } from './faulty-messages.checks.ts'
import type { Losses } from './lost-connections.ts'
import type { RunProbes } from './pace.checks.ts'
import type { Tried } from './work-beside.checks.ts'
import type { WatchedRun } from './watched-run.ts'

const FAULTS = "{user} sends, while work of {user}'s goes on,"
const PARALLEL =
  '{user} asks for {count} long pieces of work at once, and for two short ones in one conversation'

/** What steps about live events leave for later ones, of one person. */
export class LiveState {
  /** Looks at the record of her run, made while she was told of it. */
  readonly probes = new Slot<Promise<RunProbes>>(
    '{user} asks for a long piece of work, and watches it in a browser, too',
  )
  /** The line of a page in a browser, on which that run is told, too. */
  readonly browserLine = new Slot<Promise<LiveConnection>>(
    '{user} asks for a long piece of work, and watches it in a browser, too',
  )
  /** That run, as it was told until another one had begun in its thread. */
  readonly runUntilFence = new Slot<Promise<ObservedRun>>(
    '{user} asks for a long piece of work, and watches it in a browser, too',
  )
  /** Work that two of her devices are told of. */
  readonly watchedRun = new Slot<WatchedRun>('{user} is watching a long piece of work on two devices')
  /** How the connection of one of them was lost, and came back. */
  readonly losses = new Slot<Losses>("{user}'s line on one of them is lost {count} time(s), and comes back")
  /** Her runs at the same time. */
  readonly parallelRuns = new Slot<readonly Asked[]>(PARALLEL)
  /** Those of them that are short, and share a thread. */
  readonly shortRuns = new Slot<readonly Asked[]>(PARALLEL)
  /** Her lines on which nothing happens, by what they are. */
  readonly idleLines = new Slot<Readonly<Record<string, LiveConnection>>>(
    '{user} is on a line on which nothing happens',
  )
  /** The faulty messages that she has sent. */
  readonly faultsSent = new Slot<FaultsSent>(FAULTS)
  /** Work of hers that went on while somebody else sent those. */
  readonly workBeside = new Slot<{
    readonly question: Assignment
    readonly run: QuestionRun
    readonly tried: readonly Tried[]
  }>(FAULTS)
}
