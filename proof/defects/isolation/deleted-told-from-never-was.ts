import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What was deleted is refused in other words than what never was, to anybody who asks',
  reference:
    "Platform contract, 3: what is another's and what does not exist are answered alike, the same body but for trace and time",
  reddens: [{ check: 'ISO-4.deleted-is-gone', because: /what is said of it/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const gone = new Set<string>()
    return {
      backend: {
        threads: (_kit, standard) => ({
          ...standard,
          remove: (id) => {
            gone.add(id)
            return standard.remove(id)
          },
        }),
        ownership: (_kit, standard) => ({
          ...standard,
          thread: (userId, threadId, intent) =>
            standard.thread(userId, threadId, intent).catch((error: unknown) => {
              if (!gone.has(threadId)) throw error
              throw new Refusal(404, 'THREAD_NOT_FOUND', 'Thread was deleted')
            }),
        }),
      },
    }
  },
}
