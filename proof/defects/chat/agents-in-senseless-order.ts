import type { Defect } from '#proof/defect'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'The report is begun before anybody has decided who works on what',
  reference: 'Platform contract, 5: agents',
  reddens: [{ check: 'CHAT-2.handed-over-in-order', because: /supervisor → reporting/ }],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) => tell({ ...word, agent: TURNED[word.agent] ?? word.agent })),
    },
  }),
}

const TURNED: Readonly<Record<string, string>> = { triage: 'reporting', reporting: 'triage' }
