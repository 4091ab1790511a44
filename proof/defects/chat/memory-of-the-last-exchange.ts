import type { Defect } from '#proof/defect'
import { remembering } from '#damage/remembering'

export const defect: Defect = {
  wrong: 'Only the last exchange of a conversation is remembered',
  reference: 'Platform contract, 5: memory',
  reddens: [{ check: 'CHAT-1.newest-statement-counts', because: /is not stated|is not named/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => remembering((said) => said.slice(-3)),
}
