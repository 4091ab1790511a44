import type { Defect } from '#proof/defect'
import { withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: 'Of all answers, that of a renewal may be kept by whatever is on the way',
  reference: 'RFC 6749, 5.1; RFC 9111, 5.2.2.5',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['browsers.no-store'],
      because: /may be kept on the way/,
      inside: 'AUTH-3',
    },
  ],
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      ({ path }) => path === '/auth/refresh',
      () => ({ 'cache-control': 'no-cache' }),
    ),
}
