import type { Defect } from '#proof/defect'
import { payloadWithout } from '#damage/wire'

export const defect: Defect = {
  wrong: 'An agent starts, and it is not said who handed over to it',
  reference: 'Platform contract, 4: parent_agent',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['events.agent-started'],
      because: /parent_agent/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'agents start in every scenario',
  wire: () => payloadWithout('agent_started', 'parent_agent'),
}
