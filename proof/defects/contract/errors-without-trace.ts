import type { Defect } from '#proof/defect'
import { without } from '#damage/wire'

export const defect: Defect = {
  wrong: 'An error of the backend has nothing by which it can be traced',
  reference: 'Platform contract, 3: trace_id',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['backend.error-body'],
      because: /trace_id/,
      inside: 'ISO-4',
    },
  ],
  verdict: 'failed',
  spares: ['LIVE-1'],
  wire: () => ({
    answer: (answer, { service }) =>
      service === 'backend' && answer.status >= 400 ? without('trace_id', answer) : answer,
  }),
}
