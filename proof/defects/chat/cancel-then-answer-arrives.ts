import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The answer to work that was stopped comes all the same',
  reference: 'Platform contract, 3: it produces nothing after that',
  reddens: [{ check: 'CHAT-3.stopped-stays-stopped', because: /[1-9] answers kept/ }],
  verdict: 'failed',
  sparesNothing: 'The bystander of every scenario calls off a piece of work',
  plant: () => ({
    backend: {
      runEngine: (kit, standard) => ({
        ...standard,
        cancel: async (runId) => {
          await standard.cancel(runId)
          const run = await kit.runs.byId(runId)
          if (run)
            await kit.messages.add({
              threadId: run.threadId,
              userId: run.userId,
              role: 'assistant',
              runId,
              content: 'Here is what you asked for after all.',
            })
        },
      }),
    },
  }),
}
