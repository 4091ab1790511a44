import type { Defect } from '#proof/defect'
import { remembering } from '#damage/remembering'

export const defect: Defect = {
  wrong: 'The agents remember the last forty messages of a conversation',
  reference: 'Platform contract, 5: Memory is of all of it, a hundred messages at least',
  reddens: [{ check: 'CHAT-1.later-follow-up-remembers', because: /is not stated|is not named/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => remembering((said) => said.slice(-40)),
}
