import { losersOfARegistration } from '#damage/at-once'
import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A registration at the same moment as another of the address is taken for a fault of the request',
  reference: 'CWE-362',
  reddens: [{ check: 'AUTH-1.one-of-many-gets-in', because: /: 400, and its password opens nothing/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      accounts: losersOfARegistration(() => {
        throw new Refusal(400, 'CONFLICT', 'Try again')
      }),
    },
  }),
}
