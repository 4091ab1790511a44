import type { Defect } from '#proof/defect'
import { withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: "The platform's pages come without any protection",
  reference: 'OWASP ASVS 5.0, 3.4.3; CWE-693',
  reddens: [
    {
      check: 'AUTH-5.pages-run-own-code-only',
      breaks: ['browsers.own-code', 'browsers.not-framed', 'browsers.nosniff'],
      because: /says nothing of whose code it runs/,
    },
  ],
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      ({ service }) => service === 'frontend',
      () => ({ 'content-security-policy': undefined, 'x-content-type-options': undefined }),
    ),
}
