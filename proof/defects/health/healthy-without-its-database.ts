import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

export const defect: Defect = {
  wrong: 'The backend says that it is healthy, and that its database is gone',
  reference: 'Platform contract, 1: database_status: connected',
  reddens: [
    { check: 'ISO-5.health-is-told-as-it-is', because: /backend: database_status is "disconnected"/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => healthOtherwise('backend', () => ({ database_status: 'disconnected' })),
}
