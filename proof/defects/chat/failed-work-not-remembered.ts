import type { Defect } from '#proof/defect'
import { remembering } from '#damage/remembering'

export const defect: Defect = {
  wrong: 'What was said where work has failed is not remembered',
  reference: 'Platform contract, 5: Memory is per thread and of all of it',
  reddens: [{ check: 'CHAT-4.unknown-model-has-no-price', because: /once prices are told, / }],
  verdict: 'failed',
  spares: ['CHAT-1'],
  plant: () =>
    remembering(async (said, threadId, database) => {
      const failed = await database<{ id: string }[]>`
        select id from runs where thread_id = ${threadId} and status = 'failed'`
      return said.filter(({ runId }) => failed.every(({ id }) => id !== runId))
    }),
}
