import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'The record of a work that is over has no end',
  reference: 'Platform contract, 3: finished_at',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      because: /is (cancelled|completed|failed), and it has no end/,
      inside: 'AUTH-5',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  wire: () =>
    answering(
      ({ path, method }) => method === 'GET' && /^\/api\/runs\/[^/]+$/.test(path),
      (body) => ({ ...body, finished_at: null }),
    ),
}
