import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Conversations are told the oldest first',
  reference: 'Platform contract, 3: newest first',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['threads.list.newest-first'],
      because: /are told the newest first, and they are of/,
      inside: 'AUTH-4',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  wire: () =>
    answering(
      ({ path, method }) => method === 'GET' && /^\/api\/threads(\?|$)/.test(path),
      (body) => ({ ...body, threads: (body['threads'] as object[]).toReversed() }),
    ),
}
