import type { Defect } from '#proof/defect'
import { endingLate } from '#damage/fan-out'

export const defect: Defect = {
  wrong: 'The line of somebody who is gone for good ends, and takes its time',
  reference: 'Platform contract, 2: live lines closed within 2 s; CWE-613',
  reddens: [{ check: 'ISO-4.gone-for-good', because: /after [3-9](\.\d)? s/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: { fanOut: (_kit, standard) => endingLate(standard, 'account ended', TOO_LATE_MS) },
  }),
}

const TOO_LATE_MS = 3_500
