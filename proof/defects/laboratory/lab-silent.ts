import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Lines are opened, and not a word is ever said on them',
  reference: 'Seed laboratory: silent',
  reddens: [
    {
      check: 'ALWAYS.every-step-can-be-taken',
      because: /the welcome on Asha.s line: gave up/,
      inside: 'LIVE-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario opens a line',
  wire: () => hearing(() => []),
}
