import type { Defect } from '#proof/defect'
import { hearing, type ReadFrame } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Of every story, the third word overtakes the second',
  reference: 'Platform contract, 4: in sequence order',
  reddens: [
    { check: 'LIVE-1.numbered-without-gap', because: /#3 in place of #2/ },
    {
      check: 'ALWAYS.runs-keep-the-order',
      breaks: ['events.once-in-order'],
      because: /#3 after #1/,
      inside: 'AUTH-1',
    },
  ],
  spares: ['AUTH-4'],
  wire: () => {
    const held = new Map<number, ReadFrame>()
    return hearing((frame, line) => {
      if (frame.sequence === 2) held.set(line.number, frame)
      if (frame.sequence === 2) return []
      const overtaken = frame.sequence === 3 ? held.get(line.number) : undefined
      return overtaken ? [frame, overtaken] : [frame]
    })
  },
}
