import type { Defect } from '#proof/defect'
import { endingLate } from '#damage/fan-out'

export const defect: Defect = {
  wrong: 'Signing out ends the live line, and takes its time',
  reference: 'Platform contract, 2: its live connections are closed with 1008 within 2 s',
  reddens: [
    { check: 'AUTH-4.signed-out-line-ends', because: /after [3-9](\.\d)? s/ },
    { check: 'LIVE-5.sign-out-ends-the-line', because: /after [3-9](\.\d)? s/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: { fanOut: (_kit, standard) => endingLate(standard, 'session ended', TOO_LATE_MS) },
  }),
}

const TOO_LATE_MS = 3_500
