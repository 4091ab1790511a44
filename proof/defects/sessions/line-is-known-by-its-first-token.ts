import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'Whoever renews a line by the token of another session and signs that one out keeps the line: it is found by the token that opened it',
  reference: 'Platform contract, 2: its live lines close with 1008 within 2 s; 4: reauthenticate',
  reddens: [{ check: 'LIVE-5.sign-out-ends-the-line', because: /the end of Chidi's line: gave up/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => ({
        ...standard,
        join: (line) => {
          Object.defineProperty(line, 'tokenId', { value: line.tokenId })
          return standard.join(line)
        },
      }),
    },
  }),
}
