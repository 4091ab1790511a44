import { hearing } from '#damage/wire'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'An agent that is done says nothing of what it has found',
  reference: 'Platform contract, 4: agent_completed, result',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['events.agent-completed'],
      because: /frame agent_completed: `payload.result` is missing/,
      inside: 'LIVE-1',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  wire: () =>
    hearing((frame) => [
      frame.type === 'agent_completed'
        ? { ...frame, payload: { ...frame.payload, result: undefined } }
        : frame,
    ]),
}
