import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

export const defect: Defect = {
  wrong: "The auth service's health is that of an hour ago",
  reference: 'Platform contract, 1: timestamp',
  reddens: [{ check: 'ISO-5.health-is-told-as-it-is', because: /health of auth: timestamp is .*, asked at/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => healthOtherwise('auth', () => ({ timestamp: new Date(Date.now() - 3_600_000).toISOString() })),
}
