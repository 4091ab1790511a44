import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A message that is too long ends every line of whoever sent it',
  reference: 'Former suite, W5: malformed-frame-kills-other-sockets',
  reddens: [{ check: 'LIVE-5.too-long-ends-the-line', because: /^65536 bytes/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => ({
        ...standard,
        leave: (line) => {
          standard.leave(line)
          standard.hangUp(line.userId, 'gone with the other')
        },
      }),
    },
  }),
}
