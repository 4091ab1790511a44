import type { Defect } from '#proof/defect'
import { answeringCall } from '#damage/wire'

export const defect: Defect = {
  wrong: 'What was sent by a call is called otherwise when it is taken than when it is read',
  reference: 'Platform contract, 3: 202 message_id, run_id, thread_id',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['messages.send'],
      because: /message msg_\S+ of conversation \S+ is gsm_\S+ by .*, and it has another id/,
      inside: 'CHAT-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'in every scenario a bystander asks something by a call',
  wire: () =>
    answeringCall('backend', 'POST /api/threads/*/messages', (answer) => ({
      ...answer,
      body: answer.body.replace('"message_id":"msg_', '"message_id":"gsm_'),
    })),
}
