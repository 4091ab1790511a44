import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The parts of a workflow are worked out from the last to the first',
  reference: 'Former suite, C5: steps-out-of-order',
  reddens: [{ check: 'CHAT-5.parts-worked-in-order', because: /parts at 6, 5/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      model: (_kit, standard) => async (request) => {
        const completion = await standard(request)
        if (!completion.text.startsWith('{"parts"')) return completion
        const { parts } = JSON.parse(completion.text) as { parts: unknown[] }
        return { ...completion, text: JSON.stringify({ parts: parts.reverse() }) }
      },
    },
  }),
}
