import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every line is opened, and ended with 1011 before a word is said',
  reference: 'Profile of a backend, on record of staging: 1011 after accept',
  reddens: [{ check: 'ALWAYS.every-step-can-be-taken', because: /1011/, inside: 'LIVE-1' }],
  verdict: 'failed',
  sparesNothing: 'every scenario opens a line',
  wire: () => ({
    hear: (_frame, line) => {
      line.hangUp(1011)
      return []
    },
  }),
}
