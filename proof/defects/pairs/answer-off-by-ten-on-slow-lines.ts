import type { Defect } from '#proof/defect'
import { defect as alone } from '../chat/answer-off-by-ten.ts'
import { variants } from '../../variants/lines.ts'

const { plant } = alone
const { wire } = variants['sound-words-come-unevenly'] ?? {}

export const defect: Defect = {
  wrong: 'An answer states ten times the cost, on lines that are slow now and then',
  reference:
    'Platform contract, 5: figures come from tools; decision 2026-11-29, one difference is one finding',
  reddens: [{ check: 'CHAT-1.answered-from-own-figures', because: /its cost, .* is not stated/ }],
  spares: ['ISO-1'],
  ...(plant ? { plant } : {}),
  ...(wire ? { wire } : {}),
}
