import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A line on which work was told to its end gives no sign of life any more',
  reference: 'Platform contract, 4: heartbeat, when idle that long; a timer that is never set again',
  reddens: [
    {
      check: 'ALWAYS.no-unclaimed-fault',
      inside: 'CHAT-3',
      because: /line \d+ gave no sign of life for \S+ s/,
    },
  ],
  verdict: 'failed',
  sparesNothing: 'in every scenario somebody stays on a line when work is done',
  wire: () => {
    const done = new Set<number>()
    return hearing((frame, { number }) => {
      if (frame.type === 'agent_completed' && frame.payload['response'] !== undefined) done.add(number)
      return frame.type === 'heartbeat' && done.has(number) ? [] : [frame]
    })
  },
}
