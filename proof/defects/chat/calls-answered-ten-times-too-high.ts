import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'
import { knowingCalls } from '#damage/requests'

export const defect: Defect = {
  wrong: 'What is asked by a call is answered with ten times the cost',
  reference: 'Platform contract, 3: a run begins as it would on the live line',
  reddens: [
    { check: 'CHAT-1.sent-twice-answered-once', because: /asked by a call, its cost, .* is not stated/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const { parts, current } = knowingCalls()
    const byCall = new Set<string>()
    return {
      backend: {
        ...parts,
        questions: (_kit, standard) => ({
          accept: async (question) => {
            const accepted = await standard.accept(question)
            if (current()?.path.endsWith('/messages')) byCall.add(accepted.runId)
            return accepted
          },
        }),
        supervisor: (_kit, standard) =>
          rewording(standard, (text, { run }) =>
            byCall.has(run.id) ? text.replaceAll(/\$(?=\d)/g, '$9') : text,
          ),
      },
    }
  },
}
