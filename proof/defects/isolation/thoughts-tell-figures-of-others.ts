import type { Defect } from '#proof/defect'
import { goingOn, tellingFigures } from '#damage/figures'

export const defect: Defect = {
  wrong: 'Agents think aloud of the figures of others, without a name',
  reference: 'CWE-200; a cache of prompts that all share',
  reddens: [
    {
      check: 'ALWAYS.no-figure-of-another-shows',
      because: /was told \d{7}, .* in a frame/,
      inside: 'LIVE-4',
    },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  wire: () =>
    tellingFigures({
      frame: (frame, figure) =>
        goingOn(frame, 'agent_thinking', 'reasoning', `Others make ${figure} requests.`),
    }),
}
