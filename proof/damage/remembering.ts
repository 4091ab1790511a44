import { createSupervisor } from '@netra/local-stack/backend/agents/supervisor'
import type { Message } from '@netra/local-stack/backend/conversations/messages'
import type { Database } from '@netra/local-stack/service-kit/database'
import type { Damage } from '#proof/defect'

/** What the agents know when they are asked something, in place of all that was said in a conversation. */
export type Memory = (
  said: readonly Message[],
  threadId: string,
  database: Database,
) => readonly Message[] | Promise<readonly Message[]>

/** Agents that remember otherwise. */
export function remembering(memory: Memory): Damage {
  return {
    backend: {
      supervisor: ({ model, toolbox, messages, database }) => {
        const list: typeof messages.list = async (threadId, page) => {
          const { messages: said, total } = await messages.list(threadId, page)
          return { messages: [...(await memory(said, threadId, database))], total }
        }
        return createSupervisor({ model, toolbox, messages: { ...messages, list } })
      },
    },
  }
}
