import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'An account says that it was opened at the beginning of time',
  reference: 'Platform contract, 2: created_at',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.moments'],
      because: /account was opened by .*dated 1970/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  spares: ['ISO-3'],
  wire: () =>
    answering(
      ({ path, method }) => path === '/auth/me' && method === 'GET',
      (body) => ('created_at' in body ? { ...body, created_at: '1970-01-01T00:00:00.000Z' } : body),
    ),
}
