import type { Defect } from '#proof/defect'
import { endingLate } from '#damage/fan-out'

export const defect: Defect = {
  wrong: 'A live line ends with the session it lives by, and takes its time',
  reference: 'Platform contract, 4; OWASP ASVS 5.0, 7.3.2',
  reddens: [
    { check: 'AUTH-3.expiry-ends-the-line', because: /after [3-9](\.\d)? s/ },
    { check: 'LIVE-5.expiry-ends-the-line', because: /after [3-9](\.\d)? s/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: { fanOut: (_kit, standard) => endingLate(standard, 'session expired', TOO_LATE_MS) },
  }),
}

const TOO_LATE_MS = 3_500
