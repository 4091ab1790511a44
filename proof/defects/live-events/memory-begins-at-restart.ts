import { createSupervisor } from '@netra/local-stack/backend/agents/supervisor'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'After a restart the agents know nothing of what was said before it',
  reference: 'Platform contract, 4: history is durable; 5: memory is of all of the thread',
  reddens: [{ check: 'LIVE-2.nothing-lost-at-restart', because: /^asked on there: .*is not named/ }],
  verdict: 'failed',
  spares: ['CHAT-1'],
  plant: () => ({
    backend: {
      supervisor: ({ model, toolbox, messages }) => {
        const start = new Date()
        const list: typeof messages.list = async (threadId, page) => {
          const { messages: said, total } = await messages.list(threadId, page)
          return { messages: said.filter(({ createdAt }) => createdAt >= start), total }
        }
        return createSupervisor({ model, toolbox, messages: { ...messages, list } })
      },
    },
  }),
}
