import type { Message, Messages } from '@netra/local-stack/backend/conversations/messages'
import type { BackendParts } from '@netra/local-stack/backend/parts'
import { createSupervisor } from '@netra/local-stack/backend/agents/supervisor'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The agents remember what anybody has told them',
  reference: 'Scenarios, ISO-2; CWE-488',
  reddens: [{ check: 'ISO-2.nothing-remembered-of-others', because: /it (names|states the cost of)/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (kit) => {
        const { messages, model, toolbox } = kit
        return createSupervisor({ messages: { ...messages, list: () => everything(kit) }, model, toolbox })
      },
    },
  }),
}

/** What was said last, by whomever. */
async function everything({ database }: BackendParts): ReturnType<Messages['list']> {
  const messages = await database<Message[]>`select * from messages order by created_at desc limit 40`
  return { messages: [...messages].reverse(), total: messages.length }
}
