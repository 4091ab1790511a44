import type { Defect } from '#proof/defect'
import { sayingOtherwise } from '#damage/bodies'

export const defect: Defect = {
  wrong: 'What was to be kept with a new conversation is shown as a text',
  reference: 'Platform contract, 3: metadata',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['threads.create'],
      because: /POST \/api\/threads.*`metadata` is text/,
      inside: 'ISO-4',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario begins a conversation',
  wire: () =>
    sayingOtherwise('POST /api/threads', (body) => ({ ...body, metadata: JSON.stringify(body['metadata']) })),
}
