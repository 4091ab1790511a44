import { knowingCalls } from '#damage/requests'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work that is called off ends, and its answer is kept all the same',
  reference: 'Platform contract, 3: produces nothing after that',
  reddens: [{ check: 'CHAT-3.called-off-stays-off', because: /[1-9] answers kept/ }],
  verdict: 'failed',
  sparesNothing: 'The bystander of every scenario calls off a piece of work',
  plant: () => {
    const { parts, current } = knowingCalls()
    return {
      backend: {
        ...parts,
        runEngine: (kit, standard) => ({
          ...standard,
          cancel: async (id) => {
            await standard.cancel(id)
            const run = current() && (await kit.runs.byId(id))
            if (run)
              await kit.messages.add({
                threadId: run.threadId,
                userId: run.userId,
                role: 'assistant',
                runId: id,
                content: 'Done.',
              })
          },
        }),
      },
    }
  },
}
