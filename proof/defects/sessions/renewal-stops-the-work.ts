import type { Defect } from '#proof/defect'
import { besides } from '#damage/frames'

export const defect: Defect = {
  wrong: 'Renewing a session stops the work that is under way',
  reference: 'Platform contract: runs do not depend on connections',
  reddens: [{ check: 'AUTH-3.work-goes-on', because: /failed/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (kit, standard) =>
        besides(standard, 'reauthenticate', ({ userId }) => kit.runEngine.stopAllOf(userId)),
    },
  }),
}
