import type { Defect } from '#proof/defect'
import { answeringCall, without } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A new conversation is shown without what was to be kept with it',
  reference: 'Platform contract, 3: metadata',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['threads.create'],
      because: /POST \/api\/threads.*metadata/,
      inside: 'ISO-4',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario begins a conversation',
  wire: () => answeringCall('backend', 'POST /api/threads', (answer) => without('metadata', answer)),
}
