import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'After ten words a story is numbered from one again',
  reference: 'Platform contract, 4: 1, 2, 3 … without gaps within a thread',
  reddens: [{ check: 'LIVE-1.numbered-without-gap', because: /#1 in place of #11/ }],
  spares: ['AUTH-4'],
  wire: () =>
    hearing((frame) => [
      frame.sequence === undefined ? frame : { ...frame, sequence: ((frame.sequence - 1) % 10) + 1 },
    ]),
}
