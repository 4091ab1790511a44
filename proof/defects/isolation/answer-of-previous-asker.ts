import { rewording } from '#damage/answers'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever asks is given the answer of whoever asked before',
  reference: 'CWE-488; off by one',
  reddens: [{ check: 'ISO-2.answered-from-own-figures', because: /is not named/ }],
  verdict: 'isolation-violated',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => {
        let previous: string | undefined
        return rewording(standard, (text) => {
          const given = previous ?? text
          previous = text
          return given
        })
      },
    },
  }),
}
