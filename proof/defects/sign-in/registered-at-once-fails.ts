import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A registration at the same moment as another of the address is taken for a fault of the request',
  reference: 'CWE-362',
  reddens: [{ check: 'AUTH-1.one-of-many-gets-in', because: /: 400, and its password opens nothing/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      accounts: (kit, standard) => {
        const under = new Set<string>()
        return {
          ...standard,
          add: async (account) => {
            const key = kit.addressKey(account.email)
            const isRace = under.has(key)
            under.add(key)
            // Whoever comes meanwhile has come at the same moment.
            await pause(200)
            const added = await standard.add(account)
            under.delete(key)
            if (!added && isRace) throw new Refusal(400, 'CONFLICT', 'Try again')
            return added
          },
        }
      },
    },
  }),
}
