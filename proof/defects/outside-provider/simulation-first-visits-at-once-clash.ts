import { setTimeout as pause } from 'node:timers/promises'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of first visits at the side door at the same moment only one gets in',
  reference: 'calcom#28300; CWE-362',
  reddens: [
    { check: 'AUTH-2.side-door-keeps-people-apart', breaks: ['auth.at-once.sign-ins'], because: /409/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (kit, standard) => ({
        ...standard,
        ofSimulation: async (email, name, permissions) => {
          const known = await kit.accounts.byEmail(email)
          if (known) return known.authProvider === 'simulation' ? known : undefined
          // Whoever comes meanwhile has come at the same moment.
          await pause(200)
          return kit.accounts.add({ email, name, permissions, authProvider: 'simulation' })
        },
      }),
    },
  }),
}
