import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What is kept of a long answer ends in the middle',
  reference: 'Former suite, C1: truncated-answer-as-complete',
  reddens: [
    { check: 'CHAT-5.readable-again-whole', because: /, 500 read again/ },
    { check: 'LIVE-2.answer-is-whole', because: /kept: 500/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        add: (message, transaction) =>
          standard.add(
            {
              ...message,
              content: message.role === 'assistant' ? message.content.slice(0, 500) : message.content,
            },
            transaction,
          ),
      }),
    },
  }),
}
