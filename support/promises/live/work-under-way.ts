import type { ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import type { AgentEvent } from '#contract/frames'
import { isTerminal } from '#contract/observed-run'
import { NotTestable } from '#expect/seen'
import { agentEventsOn, receivesPast, sequencesOn } from '#promises/shared/connection-events'
import type { Person } from '#world/person'
import { LiveState } from './state.ts'
import { askForMore } from './watched-run.ts'

/** So many events have to come while a connection is there, and while it is lost. */
export const FEW = 3
/** So often work may be over before her line is lost, each time. */
const MOST_WORKS = 3

/**
 * Waits for a few words of her work; where it is done before that, she asks for more. Where it has come to a bad end,
 * what it was due is judged there.
 *
 * @throws {NotTestable} when it is done each time
 */
export async function isUnderWay(person: Person, phrase: string): Promise<boolean> {
  for (let works = 1; works <= MOST_WORKS; works += 1) {
    const end = await endBefore(person)
    if (end?.type !== 'agent_completed') return end === undefined
    if (works < MOST_WORKS) await askForMore(person)
  }
  throw new NotTestable(`her work was over before her line could be lost: ${phrase}`)
}

/** How the run has ended, if it has, once a few more words have come. @throws {NotObserved} */
async function endBefore({ device, state }: Person): Promise<AgentEvent | undefined> {
  const { connection, silence } = device
  const run = state.of(LiveState).watchedRun.get()
  await receivesPast(connection, run, lastOn(connection, run.threadId) + FEW, silence)
  const events = agentEventsOn(connection).map(({ event }) => event)
  return events.find((event) => isTerminal(event) && event.payload.run_id === run.runId)
}

/** The last sequence number of a thread on a connection; 0 where nothing of it came. */
export function lastOn(connection: LiveConnection, threadId: ThreadId): number {
  return sequencesOn(connection, threadId).at(-1) ?? 0
}
