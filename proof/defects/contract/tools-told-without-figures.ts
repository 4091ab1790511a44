import type { Defect } from '#proof/defect'
import { payloadWithout } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A tool begins, and it is not said on what',
  reference: 'Platform contract, 4: parameters',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['events.tool-executing'],
      because: /parameters/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'tools work in every scenario',
  wire: () => payloadWithout('tool_executing', 'parameters'),
}
