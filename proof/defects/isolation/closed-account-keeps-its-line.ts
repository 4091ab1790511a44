import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The line of somebody who is gone for good goes on',
  reference: 'Platform contract, 2: live lines closed; CWE-613',
  reddens: [{ check: 'ISO-4.gone-for-good', because: /the end of User 1's line: gave up/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => ({
        ...standard,
        hangUp: (userId, reason, tokenIds) => {
          if (reason !== 'account ended') standard.hangUp(userId, reason, tokenIds)
        },
      }),
    },
  }),
}
