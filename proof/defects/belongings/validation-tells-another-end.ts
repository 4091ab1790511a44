import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Whoever asks whose a pass is, is told that it lives for years',
  reference: 'Platform contract, 2: expires_at',
  reddens: [
    { check: 'ALWAYS.what-is-hers-is-told-as-it-is', because: /end of the pass is .*2036/, inside: 'AUTH-1' },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  wire: () =>
    answering(
      ({ path }) => path === '/auth/validate',
      (body) => (body['valid'] ? { ...body, expires_at: '2036-01-01T00:00:00.000Z' } : body),
    ),
}
