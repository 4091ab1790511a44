import { answeringTheFirst } from '#damage/at-once'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of two works of one person at once, the second answers the question of the first',
  reference: 'CWE-362; platform contract, 4 and 5',
  reddens: [{ check: 'LIVE-3.each-answered-as-asked', because: /is not named/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) =>
        answeringTheFirst(standard, (one, other) => one.userId === other.userId),
    },
  }),
}
