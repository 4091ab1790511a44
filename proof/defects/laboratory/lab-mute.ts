import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Lines are opened with a word of welcome, and nothing follows',
  reference: 'Seed laboratory: mute',
  reddens: [
    {
      check: 'LIVE-1.first-word-in-time',
      because: /the acceptance of Asha.s question: gave up .*nothing at all was seen/,
    },
  ],
  verdict: 'failed',
  spares: ['ISO-1'],
  wire: () => hearing((frame) => (frame.type === 'connection_established' ? [frame] : [])),
}
