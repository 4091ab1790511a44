import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A message that lacks a field is answered as if its conversation were not there',
  reference: 'Platform contract, 4: INVALID_MESSAGE for a missing field',
  reddens: [
    {
      check: 'LIVE-5.each-fault-has-its-error',
      breaks: ['line.missing-field'],
      because: /THREAD_NOT_FOUND/,
    },
  ],
  spares: ['CHAT-2'],
  wire: () =>
    hearing((frame) => [
      frame['error_code'] === 'INVALID_MESSAGE' ? { ...frame, error_code: 'THREAD_NOT_FOUND' } : frame,
    ]),
}
