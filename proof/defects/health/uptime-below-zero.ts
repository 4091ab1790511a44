import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

export const defect: Defect = {
  wrong: 'The auth service says that it has been up for less than no time',
  reference: 'Platform contract, 1: uptime_seconds',
  reddens: [{ check: 'ISO-5.health-is-told-as-it-is', because: /auth: uptime_seconds is -/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => healthOtherwise('auth', () => ({ uptime_seconds: -5 })),
}
