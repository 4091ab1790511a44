import { Turns } from '#kit/turns'
import type { FanOut } from '../live/fan-out.ts'
import type { AgentEvent, AgentEventType, Also, EventPayload, Events } from './events.ts'
import type { Run } from './runs.ts'

/** The thread, and with it the run, no longer exists. */
export class ThreadGone extends Error {}

/** Records what happens in a run and tells its owner, in that order. */
export interface Publisher {
  /** @throws {ThreadGone} */
  publish(run: Run, type: AgentEventType, agent: string, details: object, also?: Also): Promise<AgentEvent>
  /** Does something while nothing new happens in the thread, so that no event falls between. */
  whileQuiet<Result>(threadId: string, work: () => Promise<Result>): Promise<Result>
}

export function createPublisher({ events, fanOut }: { events: Events; fanOut: FanOut }): Publisher {
  const turns = new Turns()
  return {
    publish: (run, type, agent, details, also) =>
      turns.take(run.threadId, async () => {
        const event = await events.append(run, type, payloadOf(run, agent, details), also)
        if (!event) throw new ThreadGone()
        fanOut.deliver(run.userId, event)
        return event
      }),
    whileQuiet: (threadId, work) => turns.take(threadId, work),
  }
}

function payloadOf(run: Run, agent: string, details: object): EventPayload {
  return { user_id: run.userId, thread_id: run.threadId, run_id: run.id, agent_name: agent, ...details }
}
