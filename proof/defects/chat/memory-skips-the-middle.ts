import type { Defect } from '#proof/defect'
import { remembering } from '#damage/remembering'

export const defect: Defect = {
  wrong: 'The agents remember the first ten and the last ten messages of a conversation',
  reference: 'Platform contract, 5: memory is of all of the thread; a context that is cut in its middle',
  reddens: [{ check: 'CHAT-1.later-follow-up-remembers', because: /its cost, \S+, is not stated/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => remembering((said) => said.filter((_, index) => index < ENDS || index >= said.length - ENDS)),
}

const ENDS = 10
