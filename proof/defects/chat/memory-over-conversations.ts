import type { Defect } from '#proof/defect'
import type { Message } from '@netra/local-stack/backend/conversations/messages'
import { remembering } from '#damage/remembering'

export const defect: Defect = {
  wrong: 'What a person said in one conversation is known in her others',
  reference: 'Platform contract, 5: memory',
  reddens: [{ check: 'CHAT-1.other-conversation-knows-nothing', because: /it knows/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () =>
    remembering(
      (_, threadId, database) => database<Message[]>`
        select * from messages where user_id = (select user_id from threads where id = ${threadId})
        order by thread_id = ${threadId}, position`,
    ),
}
