import type { Defect } from '#proof/defect'

const LARGE = 16_384

export const defect: Defect = {
  wrong: 'A large frame is lost without a word',
  reference: 'Profile of a backend: a proxy that drops what it cannot buffer',
  reddens: [{ check: 'LIVE-5.too-long-ends-the-line', because: /nothing at all was seen/ }],
  verdict: 'failed',
  spares: ['LIVE-1'],
  wire: () => ({ say: (text) => (text.length > LARGE ? [] : [text]) }),
}
