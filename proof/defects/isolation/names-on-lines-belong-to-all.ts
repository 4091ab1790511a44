import { payloadOf } from '#damage/frames'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A message on a line whose name somebody else has used is taken for that one',
  reference: 'Platform contract, 3: of the same person; CWE-639',
  reddens: [{ check: 'LIVE-4.each-is-told-her-own', because: /no word of|the next word of|the end of/ }],
  spares: ['CHAT-2'],
  plant: () => {
    const taken = new Map<string, Promise<string>>()
    return {
      backend: {
        frameHandler: (kit, standard) => async (connection, data, isBinary) => {
          const { client_message_id: name, thread_id: thread } = payloadOf(data, 'user_message') ?? {}
          if (typeof name !== 'string') return standard(connection, data, isBinary)
          const before = taken.get(name)
          if (before === undefined) {
            const done = standard(connection, data, isBinary)
            const message = done.then(() => kit.messages.byClientId(connection.userId, name))
            taken.set(
              name,
              message.then((found) => found?.runId ?? 'none'),
            )
            return done
          }
          const payload = { client_message_id: name, thread_id: thread, run_id: await before }
          connection.send({ type: 'message_accepted', payload })
        },
      },
    }
  },
}
