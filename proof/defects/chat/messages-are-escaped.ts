import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What is marked up in a message is escaped when it is read',
  reference: 'CWE-176, CWE-116; platform contract, 3: to the letter',
  reddens: [{ check: 'CHAT-1.words-kept-to-the-letter', because: /the question is kept as/ }],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        list: async (threadId, page) => {
          const { messages, total } = await standard.list(threadId, page)
          const escape = (text: string): string => text.replaceAll('<', '&lt;')
          return { messages: messages.map((one) => ({ ...one, content: escape(one.content) })), total }
        },
      }),
    },
  }),
}
