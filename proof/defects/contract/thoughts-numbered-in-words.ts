import type { Defect } from '#proof/defect'
import { payloadWith } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A thought says in words which step it belongs to',
  reference: 'Platform contract, 4: step_number',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['events.agent-thinking'],
      because: /`payload.step_number` is text/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'agents think in every scenario',
  wire: () => payloadWith('agent_thinking', { step_number: 'the first' }),
}
