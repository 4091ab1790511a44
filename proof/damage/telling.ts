import type { AgentEvent, AgentEventType } from '@netra/local-stack/backend/conversations/events'
import type { Publisher } from '@netra/local-stack/backend/conversations/publisher'

type Arguments = Parameters<Publisher['publish']>

/** One thing that an agent wants told. */
export interface Word {
  readonly run: Arguments[0]
  readonly type: AgentEventType
  readonly agent: string
  readonly details: Readonly<Record<string, unknown>>
  readonly also: Arguments[4]
}

/** Tells it as it is, or as it was changed. */
export type Tell = (word: Word) => Promise<AgentEvent>

/** A publisher that tells every word in another way. @param act tells it, or not */
export function telling(
  standard: Publisher,
  act: (word: Word, tell: Tell) => Promise<AgentEvent>,
): Publisher {
  const tell: Tell = ({ run, type, agent, details, also }) =>
    standard.publish(run, type, agent, details, also)
  return {
    ...standard,
    publish: (run, type, agent, details, also) =>
      act({ run, type, agent, details: details as Word['details'], also }, tell),
  }
}

/** A word that nobody is told, as if it had been. */
export function untold({ run, type, agent, details }: Word): Promise<AgentEvent> {
  const payload = {
    user_id: run.userId,
    thread_id: run.threadId,
    run_id: run.id,
    agent_name: agent,
    ...details,
  }
  return Promise.resolve({ type, event_id: '', sequence: 0, timestamp: new Date().toISOString(), payload })
}

/** Whether this is the last word of a run. */
export function isLast({ type, agent }: Word): boolean {
  return agent === 'supervisor' && (type === 'agent_completed' || type === 'agent_error')
}
