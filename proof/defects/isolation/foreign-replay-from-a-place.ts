import { isReadable } from '#damage/frames'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who wants to hear the rest of a conversation is told it, whosever it is',
  reference: 'OWASP API 2023, API1; CWE-639',
  reddens: [{ check: 'ISO-4.foreign-answered-as-unknown', because: /\(resume with \{"after":1\}\): \["/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (kit, standard) => async (connection, data, isBinary) => {
        const { type, payload } = (isReadable(data) ? JSON.parse(data) : {}) as Frame
        if (type !== 'resume' || payload.after !== 1) return standard(connection, data, isBinary)
        const missed = await kit.events.ofThread(payload.thread_id, payload.after)
        for (const event of missed) connection.send(event)
        connection.send({ type: 'replay_complete', payload: { ...payload, replayed: missed.length } })
      },
    },
  }),
}

interface Frame {
  readonly type?: string
  readonly payload: { readonly thread_id: string; readonly after: number }
}
