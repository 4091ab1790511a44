import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'The end of work is never told',
  reference: 'Platform contract, 4: exactly one terminal event',
  reddens: [
    {
      check: 'LIVE-1.whole-story-in-order',
      breaks: ['events.terminal'],
      because: /next word of .* run: gave up after 20/,
    },
  ],
  spares: ['AUTH-4'],
  wire: () =>
    hearing((frame) =>
      frame.type === 'agent_completed' && frame.payload['agent_name'] === 'supervisor' ? [] : [frame],
    ),
}
