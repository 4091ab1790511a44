import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'An error of the backend has an empty name by which to trace it',
  reference: 'Platform contract, 3: trace_id',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['backend.error-body'],
      because: /`trace_id` is empty/,
      inside: 'ISO-4',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    answering(
      ({ service }) => service === 'backend',
      (body, status) => (status >= 400 ? { ...body, trace_id: '' } : body),
    ),
}
