import type { Defect } from '#proof/defect'
import { payloadWithout } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A thought does not say which step it belongs to',
  reference: 'Platform contract, 4: step_number',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['events.agent-thinking'],
      because: /step_number/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'agents think in every scenario',
  wire: () => payloadWithout('agent_thinking', 'step_number'),
}
