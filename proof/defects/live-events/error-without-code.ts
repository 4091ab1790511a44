import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Errors on a line say something, and not which',
  reference: 'Platform contract, 4: error_code, error_message',
  reddens: [{ check: 'LIVE-5.each-fault-has-its-error', breaks: ['line.error'], because: /no error/ }],
  spares: ['CHAT-2'],
  wire: () =>
    hearing((frame) => [frame.type === 'error_message' ? { ...frame, error_code: undefined } : frame]),
}
