import type { AgentEvent } from '@netra/local-stack/backend/conversations/events'
import { isReadable } from '#damage/frames'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who says in a message that she is another is taken for her',
  reference: 'Seed laboratory: the user id in the message is believed',
  reddens: [{ check: 'ISO-4.owner-fields-ignored', because: /a question on the line: the other one's/ }],
  spares: ['CHAT-2'],
  plant: () => {
    /** By conversation, who somebody says she is there. */
    const claimed = new Map<string, string>()
    return {
      backend: {
        frameHandler: (_kit, standard) => (connection, data, isBinary) => {
          const { payload } = isReadable(data) ? (JSON.parse(data) as Said) : {}
          if (payload?.user_id && payload.thread_id) claimed.set(payload.thread_id, payload.user_id)
          return standard(connection, data, isBinary)
        },
        fanOut: (_kit, standard) => ({
          ...standard,
          deliver: (userId, frame) => {
            const { payload } = frame as AgentEvent
            const said = claimed.get(payload.thread_id)
            standard.deliver(userId, said ? { ...frame, payload: { ...payload, user_id: said } } : frame)
          },
        }),
      },
    }
  },
}

interface Said {
  readonly payload?: { readonly user_id?: string; readonly thread_id?: string }
}
