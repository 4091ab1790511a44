import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Some words of a story do not say what they are',
  reference: 'Platform contract, 4: every frame is a JSON object with type',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['line.frames'],
      because: /none of the contract's: `type` is missing/,
      inside: 'LIVE-1',
    },
  ],
  spares: ['AUTH-4'],
  wire: () => hearing((frame) => [frame.type === 'agent_thinking' ? { ...frame, type: undefined } : frame]),
}
