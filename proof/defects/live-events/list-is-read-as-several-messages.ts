import type { Defect } from '#proof/defect'
import { isReadable } from '#damage/frames'

export const defect: Defect = {
  wrong: 'A list on the line is read as several messages, each of which is taken by itself',
  reference: 'Platform contract, 4: `FORMAT_ERROR` for broken JSON or no object',
  reddens: [{ check: 'LIVE-5.each-fault-has-its-error', because: /a list in place of a message: no error/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => async (connection, data, isBinary) => {
        const frames: unknown = !isBinary && isReadable(data) ? JSON.parse(data) : undefined
        if (!Array.isArray(frames)) return standard(connection, data, isBinary)
        for (const frame of frames) await standard(connection, JSON.stringify(frame), false)
      },
    },
  }),
}
