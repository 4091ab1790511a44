import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'In a list, a title has lost its last letter',
  reference: 'Platform contract, 3: title, to the letter',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.to-the-letter'],
      because: /is called "(Quiet|Later).*it is called "(Quiet|Later)/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  wire: () =>
    answering(
      ({ path, method }) => method === 'GET' && /^\/api\/threads(\?|$)/.test(path),
      (body) => ({
        ...body,
        threads: (body['threads'] as object[]).map((thread) => ({
          ...thread,
          title: (thread as { title: string }).title.slice(0, -1),
        })),
      }),
    ),
}
