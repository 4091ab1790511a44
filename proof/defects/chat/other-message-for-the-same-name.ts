import { randomUUID } from 'node:crypto'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A message that is sent again is given another number each time',
  reference: 'Platform contract, 3: answers the same ids',
  reddens: [{ check: 'CHAT-1.sent-twice-answered-once', because: /under 2 names/ }],
  verdict: 'failed',
  sparesNothing: 'The bystander of every scenario writes by a call and reads it again',
  plant: () => ({
    backend: {
      questions: (_kit, standard) => ({
        accept: async (question) => ({
          ...(await standard.accept(question)),
          messageId: `msg_${randomUUID()}`,
        }),
      }),
    },
  }),
}
