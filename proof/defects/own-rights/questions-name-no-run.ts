import type { Defect } from '#proof/defect'
import { answeringCall } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Of a question it is not told which work answers it',
  reference: 'Platform contract, 3: messages [{id, role, content, created_at, run_id, metadata}]',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['messages.list'],
      because: /message msg_\S+ of conversation \S+ belongs to run_.*, and it belongs to no run/,
      inside: 'CHAT-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'in every scenario a bystander has asked something',
  wire: () =>
    answeringCall('backend', 'GET /api/threads/*/messages', (answer) => ({
      ...answer,
      body: answer.body.replaceAll(/("role":"user".*?"run_id":)"[^"]*"/g, '$1null'),
    })),
}
