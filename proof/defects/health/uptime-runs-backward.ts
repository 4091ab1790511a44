import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

export const defect: Defect = {
  wrong: 'The backend says each time that it has been up for less long',
  reference: 'Platform contract, 1: uptime_seconds',
  reddens: [{ check: 'ISO-5.health-is-told-as-it-is', because: /backend: uptime_seconds has fallen from/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    healthOtherwise('backend', ({ uptime_seconds: up }) => ({ uptime_seconds: 100_000 - Number(up) })),
}
