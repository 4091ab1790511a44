import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

const A_WHILE_MS = 8_000

export const defect: Defect = {
  wrong: "The backend's health was looked at once, a while before anybody asked, and is told for good",
  reference: 'Platform contract, 1: timestamp',
  reddens: [
    { check: 'ISO-5.health-is-told-as-it-is', because: /health of backend: timestamp is .*, asked at/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => {
    let first: object | undefined
    const aged = { timestamp: new Date(Date.now() - A_WHILE_MS).toISOString() }
    return healthOtherwise('backend', (body) => (first ??= { ...body, ...aged }))
  },
}
