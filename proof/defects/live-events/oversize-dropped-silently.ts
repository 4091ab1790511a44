import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A message that is too long vanishes, and nobody is told',
  reference: 'Seen on staging in 2025',
  reddens: [{ check: 'LIVE-5.too-long-ends-the-line', because: /gave up/ }],
  spares: ['CHAT-2'],
  wire: () => ({ say: (frame) => (Buffer.byteLength(frame) > 65_536 ? [] : [frame]) }),
}
