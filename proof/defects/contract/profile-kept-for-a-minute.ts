import type { Defect } from '#proof/defect'
import { withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: 'A profile may be kept for a minute by whatever is on the way',
  reference: 'RFC 9111, 5.2.2.7; CWE-525',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['browsers.no-store'],
      because: /may be kept on the way/,
      inside: 'AUTH-4',
    },
  ],
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      ({ path }) => path === '/api/v1/user/profile',
      () => ({ 'cache-control': 'public, max-age=60' }),
    ),
}
