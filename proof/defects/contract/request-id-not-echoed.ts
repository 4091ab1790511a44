import type { Defect } from '#proof/defect'
import { answeringCall } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A call of the backend is answered under another name than it was given',
  reference: 'Platform contract, 3: X-Request-Id (as the caller gave it)',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['backend.request-id'],
      because: /request id is not echoed/,
      inside: 'CHAT-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario reads the messages of a conversation',
  wire: () =>
    answeringCall('backend', 'GET /api/threads/*/messages', (answer) => ({
      ...answer,
      headers: { ...answer.headers, 'x-request-id': 'another' },
    })),
}
