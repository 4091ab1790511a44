import type { Defect } from '#proof/defect'
import { Refusal } from '@netra/local-stack/service-kit/refusal'

export const defect: Defect = {
  wrong: 'Once something has failed in a conversation, nothing is taken there any more',
  reference: 'Former suite, C4: failure-poisons-session',
  reddens: [{ check: 'CHAT-4.next-question-answered', because: /acceptance of Asha's question: gave up/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      questions: (kit, standard) => ({
        accept: async (question) => {
          const [failed] =
            await kit.database`select from runs where thread_id = ${question.threadId} and status = 'failed'`
          if (failed) throw new Refusal(409, 'THREAD_FAILED', 'This conversation has failed')
          return standard.accept(question)
        },
      }),
    },
  }),
}
