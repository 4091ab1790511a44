import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "To rename what is another's is refused, and done all the same",
  reference: 'OWASP API 2023, API1; CWE-639; check after use',
  reddens: [{ check: 'ISO-4.nothing-has-changed', because: /^changed: User 1, User 2, User 3, User 4$/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      ownership: (kit, standard) => ({
        ...standard,
        thread: async (userId, threadId, intent) => {
          if (intent === 'rename-thread') await kit.threads.rename(threadId, 'Taken over')
          return standard.thread(userId, threadId, intent)
        },
      }),
    },
  }),
}
