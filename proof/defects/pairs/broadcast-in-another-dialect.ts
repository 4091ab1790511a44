import { speaking } from '#damage/dialects'
import type { Defect } from '#proof/defect'
import { defect as alone } from '../isolation/broadcast-events.ts'

const { plant } = alone

export const defect: Defect = {
  wrong: "Everybody is told everybody's events, on a platform that speaks as in October 2025",
  reference: 'Platform contract, 4: to nobody else; decision 2026-11-30, dialects of the live channel',
  reddens: [{ check: 'ALWAYS.nothing-foreign-shows', because: /was shown/, inside: 'LIVE-4' }],
  verdict: 'isolation-violated',
  sparesNothing: 'every scenario of lines is told what others ask',
  ...(plant ? { plant } : {}),
  wire: () => speaking('oct25'),
}
