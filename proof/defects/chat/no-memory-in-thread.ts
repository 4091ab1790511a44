import type { Defect } from '#proof/defect'
import { remembering } from '#damage/remembering'

export const defect: Defect = {
  wrong: 'Every question is answered as if it were the first',
  reference: 'Platform contract, 5: agents',
  reddens: [{ check: 'CHAT-1.follow-up-remembers', because: /is not named|is not stated/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => remembering(() => []),
}
