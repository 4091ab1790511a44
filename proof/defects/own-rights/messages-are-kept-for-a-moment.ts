import type { Defect } from '#proof/defect'
import { keptFor } from '#damage/stale'

export const defect: Defect = {
  wrong: 'Whoever reads messages again within two seconds is told what they were before',
  reference: 'Platform contract, 3: told as they are; a cache that nobody empties at a change',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'ISO-4',
      because: /messages of conversation \S+ are 1( to 2)?, and they are 0/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => keptFor(2_000, /^\/api\/threads\/[^/?]+\/messages/),
}
