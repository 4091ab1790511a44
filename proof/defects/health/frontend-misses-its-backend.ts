import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

export const defect: Defect = {
  wrong: 'The frontend says that its backend is down, which answers',
  reference: 'Platform contract, 1: dependencies {backend, auth}',
  reddens: [{ check: 'ISO-5.health-is-told-as-it-is', because: /dependencies.backend is "unhealthy"/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    healthOtherwise('frontend', () => ({
      status: 'degraded',
      dependencies: { backend: 'unhealthy', auth: 'healthy' },
    })),
}
