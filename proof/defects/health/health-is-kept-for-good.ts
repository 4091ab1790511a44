import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

export const defect: Defect = {
  wrong: "The backend's health was looked at once, and is told for good",
  reference: 'Platform contract, 1: timestamp',
  reddens: [
    { check: 'ISO-5.health-is-told-as-it-is', because: /health of backend: timestamp is .*, asked at/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => {
    let first: object | undefined
    return healthOtherwise('backend', (body) => (first ??= body))
  },
}
