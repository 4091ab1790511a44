import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Conversations are dated to the beginning of time',
  reference: 'Platform contract, 3: created_at; a moment of zero',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.moments'],
      because: /(was begun by exchange \d+, and dated|it is of) 1970/,
      inside: 'LIVE-4',
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
          created_at: '1970-01-01T00:00:00.000Z',
        })),
      }),
    ),
}
