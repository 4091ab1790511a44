import { losersOfARegistration } from '#damage/at-once'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who registers an address at the same moment as its owner gets into her account',
  reference: 'CWE-362',
  reddens: [{ check: 'AUTH-1.one-of-many-gets-in', because: /200, and its password opens nothing/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      accounts: losersOfARegistration(({ email }, _kit, standard) => standard.byEmail(email)),
    },
  }),
}
