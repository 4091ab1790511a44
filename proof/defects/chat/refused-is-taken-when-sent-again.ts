import { randomUUID } from 'node:crypto'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'What was refused for want of room is said to be taken when it is sent again, and nobody works on it',
  reference:
    'Platform contract, 3 and 5: the next message works; an answer that is kept by a name, refusals too',
  reddens: [{ check: 'LIVE-5.flood-is-slowed', because: /the next word of Asha's run: gave up|then failed/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      questions: (_kit, standard) => {
        const refused = new Set<string | undefined>()
        return {
          accept: async (question) => {
            const { clientMessageId: name, threadId } = question
            const ids = { messageId: `msg_${randomUUID()}`, runId: `run_${randomUUID()}`, threadId }
            if (name !== undefined && refused.has(name)) return { ...ids, begin: () => undefined }
            return standard.accept(question).catch((refusal: unknown) => {
              refused.add(name)
              throw refusal
            })
          },
        }
      },
    },
  }),
}
