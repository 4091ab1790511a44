import type { Defect } from '#proof/defect'
import { remembering } from '#damage/remembering'

export const defect: Defect = {
  wrong: 'Only what was said first in a conversation is remembered',
  reference: 'AutoGen and kin: a window over the wrong end; platform contract, 5',
  reddens: [{ check: 'CHAT-1.later-follow-up-remembers', because: /is not stated/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => remembering((said) => said.slice(0, 4)),
}
