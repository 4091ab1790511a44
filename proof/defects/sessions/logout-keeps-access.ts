import type { Defect } from '#proof/defect'
import { accountById } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'Signing out leaves the pass working',
  reference: 'OWASP ASVS 5.0, 7.4.1; CWE-613',
  reddens: [{ check: 'AUTH-4.signed-out-opens-nothing', because: /is open/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        accountOf: ({ sub }) => accountById(kit.database, sub),
      }),
    },
  }),
}
