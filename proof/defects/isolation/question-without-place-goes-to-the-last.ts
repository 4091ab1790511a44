import { payloadOf } from '#damage/frames'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'A question that names no conversation is refused, and put into the one that was used last, whosever it is',
  reference: 'Platform contract, 4: INVALID_MESSAGE for a field that is missing; CWE-639',
  reddens: [{ check: 'LIVE-5.nothing-comes-of-faults', because: /said besides her question: Hello\?/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (kit, standard) => async (connection, data, isBinary) => {
        await standard(connection, data, isBinary)
        const payload = payloadOf(data, 'user_message')
        if (!payload || 'thread_id' in payload) return
        const last = (await kit.runs.running()).at(-1)
        if (!last) return
        const { id: runId, threadId, userId } = last
        await kit.messages.add({ threadId, userId, role: 'user', content: String(payload['content']), runId })
      },
    },
  }),
}
