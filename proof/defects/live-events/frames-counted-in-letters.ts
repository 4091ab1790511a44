import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'How long a message on a line is, is counted in letters, not in bytes',
  reference: 'Platform contract, 4: a frame over 64 KB closes it with 1009; RFC 6455, 7.4.1',
  reddens: [{ check: 'LIVE-5.too-long-ends-the-line', because: /the end of Asha's line: gave up/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => ({
    say: (text) => {
      const isTaken = Buffer.byteLength(text) > MOST && text.length <= MOST
      return [isTaken ? '{}' : text]
    },
  }),
}

const MOST = 64 * 1024
