import type { Defect } from '#proof/defect'
import { endAllSessions } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'Signing out on one device signs out everywhere',
  reference: 'OWASP ASVS 5.0, 7.4.3 turned round',
  reddens: [{ check: 'AUTH-4.others-go-on', because: /401/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        endByToken: ({ sub }) => endAllSessions(kit.database, sub),
      }),
    },
  }),
}
