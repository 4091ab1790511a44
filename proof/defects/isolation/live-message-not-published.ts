import type { Defect } from '#proof/defect'
import { answeringCall } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A line takes a kind of message that is not published',
  reference: 'Platform contract, 3: the types of message that the live line takes',
  reddens: [
    {
      check: 'ISO-4.no-address-left-out',
      breaks: ['backend.published-messages'],
      because: /message resume is not published/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    answeringCall('backend', 'GET /openapi.json', (answer) => ({
      ...answer,
      body: answer.body.replace('"resume",', ''),
    })),
}
