import type { Defect } from '#proof/defect'
import { withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: "The platform's pages run whatever code stands in them",
  reference: 'OWASP ASVS 5.0, 3.4.3; CWE-79',
  reddens: [
    {
      check: 'AUTH-5.pages-run-own-code-only',
      breaks: ['browsers.own-code'],
      because: /runs code that stands in the page/,
    },
  ],
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      ({ service }) => service === 'frontend',
      () => ({
        'content-security-policy':
          "default-src 'self'; script-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
      }),
    ),
}
