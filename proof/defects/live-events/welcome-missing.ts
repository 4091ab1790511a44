import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Lines are opened without a word of welcome',
  reference: 'Platform contract, 4: connection_established is the first frame',
  reddens: [
    {
      check: 'ALWAYS.every-step-can-be-taken',
      because: /live connection did not open: the welcome on Asha.s line: gave up/,
      inside: 'LIVE-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario opens a line',
  wire: () => hearing((frame) => (frame.type === 'connection_established' ? [] : [frame])),
}
