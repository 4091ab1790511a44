import type { Defect } from '#proof/defect'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createQuestions, type Questions } from '@netra/local-stack/backend/conversations/questions'

export const defect: Defect = {
  wrong: 'Of questions that a person asks by calls at the same moment, any number is worked on at once',
  reference: 'Platform contract, 3: Each person has 5 runs at once (429 with Retry-After); CWE-367',
  reddens: [
    { check: 'CHAT-4.room-is-given-back', because: /taken at once after what has failed: [67], not 5/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runs: (_kit, standard) => ({
        ...standard,
        countRunning: async (userId) => {
          const running = await standard.countRunning(userId)
          await pause(100)
          return running
        },
      }),
      questions: (kit) => {
        // One by one only what has the same name, so that nothing is taken twice.
        const byName = new Map<string, Questions>()
        return {
          accept: (question) => {
            const name = `${question.userId} ${question.clientMessageId ?? randomUUID()}`
            const questions = byName.get(name) ?? createQuestions(kit)
            byName.set(name, questions)
            return questions.accept(question)
          },
        }
      },
    },
  }),
}
