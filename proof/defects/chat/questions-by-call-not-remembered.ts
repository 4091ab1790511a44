import type { Defect } from '#proof/defect'
import { remembering } from '#damage/remembering'

export const defect: Defect = {
  wrong: 'The agents remember only what was asked on a line',
  reference:
    'Platform contract, 5: Memory is per thread and of all of it; 3: a run begins as it would on the live line',
  reddens: [
    { check: 'CHAT-1.later-follow-up-remembers', because: /the right cost|[Cc]ost|[Ff]igure|workload/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () =>
    remembering(async (said, threadId, database) => {
      const called = await database<{ id: string }[]>`
        select id from messages where thread_id = ${threadId} and role = 'user' and client_message_id is null`
      return said.filter(({ id }) => called.every((one) => one.id !== id))
    }),
}
