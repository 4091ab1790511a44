import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Whoever asks whose a pass is, is told of rights that it does not give',
  reference: 'Platform contract, 2: permissions; CWE-269',
  reddens: [
    { check: 'ALWAYS.what-is-hers-is-told-as-it-is', because: /rights is \[.*admin/, inside: 'AUTH-1' },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  wire: () =>
    answering(
      ({ path }) => path === '/auth/validate',
      (body) => (body['valid'] ? { ...body, permissions: ['read', 'admin'] } : body),
    ),
}
