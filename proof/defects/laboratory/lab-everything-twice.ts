import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Everything is said twice',
  reference: 'Seed laboratory: each event sent twice',
  reddens: [
    { check: 'LIVE-1.nothing-told-twice', because: /words came again/ },
    {
      check: 'ALWAYS.runs-keep-the-order',
      breaks: ['events.once-in-order'],
      because: /#1 after #1/,
      inside: 'CHAT-2',
    },
  ],
  spares: ['AUTH-4'],
  wire: () => hearing((frame) => (frame.sequence === undefined ? [frame] : [frame, frame])),
}
