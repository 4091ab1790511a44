import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A message that is sent again is worked on again',
  reference: 'Idempotency-Key (IETF draft), 2; platform contract, 3',
  reddens: [{ check: 'CHAT-1.sent-twice-answered-once', because: /for [2-6] runs/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        byClientId: () => Promise.resolve(undefined),
        add: ({ clientMessageId: _name, ...message }, transaction) => standard.add(message, transaction),
      }),
    },
  }),
}
