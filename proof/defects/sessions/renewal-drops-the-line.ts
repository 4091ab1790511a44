import type { Defect } from '#proof/defect'
import { besides } from '#damage/frames'

export const defect: Defect = {
  wrong: 'Renewing a session hangs up on whoever is watching',
  reference: 'Platform contract: live connections go on under a renewed pass',
  reddens: [{ check: 'AUTH-3.replay-ends-its-lines', because: /ended with 1000/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) =>
        besides(standard, 'reauthenticate', (connection) => connection.close(1000, 'renewed')),
    },
  }),
}
