import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work that could not be done for want of a price ends as done',
  reference: 'Platform contract, 5: memory',
  reddens: [{ check: 'CHAT-4.unknown-model-has-no-price', because: /it is told as done/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => ({
        answer: async (task) => {
          const answer = await standard.answer(task)
          return answer.text.includes('No price') ? { ...answer, notDone: [] } : answer
        },
      }),
    },
  }),
}
