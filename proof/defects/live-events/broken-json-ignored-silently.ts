import type { Defect } from '#proof/defect'
import { isReadable } from '#damage/frames'

export const defect: Defect = {
  wrong: 'A message that cannot be read is passed over without a word',
  reference: 'Former suite, W5: malformed-frame-silently-dropped',
  reddens: [
    {
      check: 'LIVE-5.each-fault-has-its-error',
      breaks: ['line.broken-json'],
      because: /breaks off: no error/,
    },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => async (connection, data, isBinary) =>
        isReadable(data) ? standard(connection, data, isBinary) : undefined,
    },
  }),
}
