import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every pass is said to be no good, with a friendly 200',
  reference: 'Seed laboratory: validate answers 200 with valid: false to everyone',
  reddens: [{ check: 'AUTH-1.one-identity-everywhere', because: /validation says nobody/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => ({
    answer: (answer, { path }) =>
      path === '/auth/validate' ? { ...answer, status: 200, body: '{"valid":false}' } : answer,
  }),
}
