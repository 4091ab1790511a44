import type { Defect } from '#proof/defect'
import { payloadWithout } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Of a thought it is not said whose it is',
  reference: 'Platform contract, 4: agent_name',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['events.owner'],
      because: /agent_name/,
      inside: 'LIVE-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'agents think in every scenario',
  wire: () => payloadWithout('agent_thinking', 'agent_name'),
}
