import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Every tenth word of a story is lost on the way',
  reference: 'Platform contract, 4: each event once',
  reddens: [
    { check: 'LIVE-1.numbered-without-gap', because: /#11 in place of #10/ },
    {
      check: 'ALWAYS.runs-keep-the-order',
      breaks: ['events.numbered'],
      because: /#11 after #9/,
      inside: 'LIVE-1',
    },
  ],
  spares: ['AUTH-4'],
  wire: () => hearing((frame) => ((frame.sequence ?? 1) % 10 === 0 ? [] : [frame])),
}
