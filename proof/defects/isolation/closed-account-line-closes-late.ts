import { setTimeout } from 'node:timers/promises'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The line of somebody who is gone for good is closed three and a half seconds later',
  reference: 'Platform contract, 2: gone everywhere within 2 s, live lines closed; CWE-613',
  reddens: [{ check: 'ISO-4.gone-for-good', because: /her line ended with 1008 after 3\.\d s/ }],
  spares: ['LIVE-1'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => ({
        ...standard,
        hangUp: (userId, reason, tokenIds) => {
          const hangUp = (): void => standard.hangUp(userId, reason, tokenIds)
          if (reason === 'account ended') void setTimeout(3_500).then(hangUp)
          else hangUp()
        },
      }),
    },
  }),
}
