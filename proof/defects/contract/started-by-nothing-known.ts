import type { Defect } from '#proof/defect'
import { payloadWith } from '#damage/wire'

export const defect: Defect = {
  wrong: 'An agent starts, and whoever handed over to it is called true',
  reference: 'Platform contract, 4: parent_agent',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['events.agent-started'],
      because: /`payload.parent_agent` is true/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'agents start in every scenario',
  wire: () => payloadWith('agent_started', { parent_agent: true }),
}
