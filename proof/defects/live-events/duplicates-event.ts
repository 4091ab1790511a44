import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Words of a story come twice',
  reference: 'Platform contract, 4: each event once',
  reddens: [
    { check: 'LIVE-1.nothing-told-twice', because: /words came again/ },
    {
      check: 'ALWAYS.runs-keep-the-order',
      breaks: ['events.once-in-order'],
      because: /#7 after #7/,
      inside: 'LIVE-1',
    },
  ],
  spares: ['AUTH-4'],
  wire: () => hearing((frame) => ((frame.sequence ?? 1) % 7 === 0 ? [frame, frame] : [frame])),
}
