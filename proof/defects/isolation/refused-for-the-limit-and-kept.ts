import type { Defect } from '#proof/defect'
import { Refusal } from '@netra/local-stack/service-kit/refusal'

export const defect: Defect = {
  wrong: 'What is refused because there is too much of it stands in the conversation all the same',
  reference: 'Platform contract, 3: a list, a page and a count agree with what was done',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'ISO-5',
      breaks: ['backend.agrees'],
      because: /was said by nobody/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      questions: (kit, standard) => ({
        accept: async (question) => {
          try {
            return await standard.accept(question)
          } catch (error) {
            if (error instanceof Refusal && error.status === 429) {
              const { userId, threadId, content } = question
              const run = await kit.runs.create(threadId, userId)
              await kit.runs.finish(run.id, 'cancelled', 'refused')
              await kit.messages.add({ threadId, userId, role: 'user', content, runId: run.id })
            }
            throw error
          }
        },
      }),
    },
  }),
}
