import type { Defect } from '#proof/defect'
import { remembering } from '#damage/remembering'

export const defect: Defect = {
  wrong: 'What was said first counts over what was said later',
  reference: 'Platform contract, 5: memory',
  reddens: [{ check: 'CHAT-1.later-follow-up-remembers', because: /is not stated/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => remembering((said) => said.toReversed()),
}
