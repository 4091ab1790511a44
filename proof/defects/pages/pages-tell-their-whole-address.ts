import type { Defect } from '#proof/defect'
import { withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: "The platform's pages tell other sites their whole address",
  reference: 'OWASP ASVS 5.0, 3.4.5; CWE-200',
  reddens: [
    {
      check: 'AUTH-5.pages-run-own-code-only',
      breaks: ['browsers.referrer'],
      because: /tells other sites its whole address/,
    },
  ],
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      ({ service }) => service === 'frontend',
      () => ({ 'referrer-policy': 'unsafe-url' }),
    ),
}
