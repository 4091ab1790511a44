import type { Defect } from '#proof/defect'
import { payloadWithout } from '#damage/wire'

export const defect: Defect = {
  wrong: 'That a question is taken is said without its conversation',
  reference: 'Platform contract, 4: message_accepted',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['line.accepted'],
      because: /thread_id/,
      inside: 'LIVE-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario asks',
  wire: () => payloadWithout('message_accepted', 'thread_id'),
}
