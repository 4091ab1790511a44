import type { Message } from '@netra/local-stack/backend/conversations/messages'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A name that one person has given a message belongs to everybody',
  reference: 'Platform contract, 3: of the same person; CWE-639',
  reddens: [{ check: 'ISO-4.same-name-stays-apart', because: /^messages: 1, not 2|: no, not yes/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: (kit, standard) => ({
        ...standard,
        byClientId: async (_userId, name) => {
          const [message] = await kit.database<
            Message[]
          >`select * from messages where client_message_id = ${name}`
          return message
        },
      }),
      questions: (_kit, standard) => {
        let before = Promise.resolve()
        return {
          accept: (question) => {
            const turn = before.then(() => standard.accept(question))
            before = turn.then(
              () => undefined,
              () => undefined,
            )
            return turn
          },
        }
      },
    },
  }),
}
