import type { Defect } from '#proof/defect'
import { withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: 'Whatever is on the way may keep what it passes on',
  reference: 'RFC 9111, 5.2.2.5; OWASP ASVS 5.0, 14.3.2',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['browsers.no-store'],
      because: /may be kept on the way/,
      inside: 'AUTH-4',
    },
  ],
  spares: ['AUTH-2'],
  wire: () =>
    withOtherHeaders(
      ({ service }) => service !== 'frontend',
      () => ({ 'cache-control': undefined }),
    ),
}
