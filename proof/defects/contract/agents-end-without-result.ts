import type { Defect } from '#proof/defect'
import { payloadWithout } from '#damage/wire'

export const defect: Defect = {
  wrong: 'An agent ends, and it is not said with what',
  reference: 'Platform contract, 4: result',
  reddens: [
    {
      check: 'ALWAYS.events-say-what-happened',
      breaks: ['events.agent-completed'],
      because: /brings no result/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'agents end in every scenario',
  wire: () => payloadWithout('agent_completed', 'result'),
}
