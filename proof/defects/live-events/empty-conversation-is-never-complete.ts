import type { Defect } from '#proof/defect'
import { payloadOf } from '#damage/frames'

export const defect: Defect = {
  wrong: 'Whoever resumes a conversation in which nothing has happened yet waits for replay_complete in vain',
  reference:
    'Platform contract, 4: After resume come all events of that thread past after, in order, once; then replay_complete',
  reddens: [{ check: 'LIVE-2.late-device-catches-up', because: /an empty conversation/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler:
        ({ threads, events }, standard) =>
        async (connection, data, isBinary) => {
          const { thread_id: id, after } = payloadOf(data, 'resume') ?? {}
          const thread = typeof id === 'string' && after === 0 ? await threads.byId(id) : undefined
          const isOwn = thread !== undefined && thread.userId === connection.userId
          if (isOwn && (await events.ofThread(thread.id, 0)).length === 0) return
          await standard(connection, data, isBinary)
        },
    },
  }),
}
