import type { Defect } from '#proof/defect'
import { answeringCall, without } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A conversation does not say how many messages it has',
  reference: 'Platform contract, 3: message_count',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['threads.read'],
      because: /GET \/api\/threads\/\{id\}: `message_count` is missing/,
      inside: 'ISO-4',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => answeringCall('backend', 'GET /api/threads/*', (answer) => without('message_count', answer)),
}
