import { randomBytes } from 'node:crypto'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "Who sends what cannot be taken is refused in a trace that is not the caller's",
  reference: "Platform contract, 3: the trace_id of an error is the caller's; W3C Trace Context, 3.2",
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['backend.traceparent'],
      because: /422: `trace_id` is not that of the caller's trace/,
      inside: 'LIVE-5',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      describeFault: (_kit, standard) => (fault, request, error) => ({
        ...standard(fault, request, error),
        ...(fault.status === 422 ? { trace_id: randomBytes(16).toString('hex') } : {}),
      }),
    },
  }),
}
