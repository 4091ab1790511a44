import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Every conversation says that nothing was said in it',
  reference: 'Platform contract, 3: message_count',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.agrees'],
      because: /holds \d( to \d)? messages.* it holds 0 in/,
      inside: 'AUTH-4',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  wire: () =>
    answering(
      ({ path, method }) => method === 'GET' && /^\/api\/threads(\?|$)/.test(path),
      (body) => ({
        ...body,
        threads: (body['threads'] as object[]).map((thread) => ({ ...thread, message_count: 0 })),
      }),
    ),
}
