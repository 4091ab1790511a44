import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'The end of a work is dated to the beginning of time',
  reference: 'Platform contract, 3: finished_at',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      because: /was over by .*, and dated 1970/,
      inside: 'AUTH-5',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  wire: () =>
    answering(
      ({ path, method }) => method === 'GET' && /^\/api\/runs\/[^/]+$/.test(path),
      (body) => ({ ...body, finished_at: body['finished_at'] && '1970-01-01T00:00:00.000Z' }),
    ),
}
