import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

const OLD_MS = 8_000

export const defect: Defect = {
  wrong: "From the second time on, the backend's health is told as it was eight seconds ago",
  reference: 'Platform contract, 1: timestamp; a cache',
  reddens: [
    { check: 'ISO-5.health-is-told-as-it-is', because: /health of backend: timestamp is .*, asked at/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => {
    let isKept = false
    return healthOtherwise('backend', () => {
      const aged = { timestamp: new Date(Date.now() - OLD_MS).toISOString() }
      const told = isKept ? aged : {}
      isKept = true
      return told
    })
  },
}
