import type { Defect } from '#proof/defect'
import { payloadWithout } from '#damage/wire'

export const defect: Defect = {
  wrong: 'After catching up it is not said how much was told again',
  reference: 'Platform contract, 4: replay_complete',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['line.replay-complete'],
      because: /replayed/,
      inside: 'LIVE-2',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => payloadWithout('replay_complete', 'replayed'),
}
