import type { Defect } from '#proof/defect'
import { isReadable } from '#damage/frames'

export const defect: Defect = {
  wrong: 'A message that cannot be read ends the line',
  reference: 'Platform contract, 4: the connection stays open',
  reddens: [
    {
      check: 'LIVE-5.line-stays-open',
      because: /answered after \d+ of \d+, not after a message that breaks off/,
    },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => async (connection, data, isBinary) =>
        isReadable(data) ? standard(connection, data, isBinary) : connection.close(1011, 'internal error'),
    },
  }),
}
