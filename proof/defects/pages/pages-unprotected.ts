import type { Defect } from '#proof/defect'
import { withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: 'The page to which people come back from signing in comes without any protection',
  reference: 'OWASP ASVS 5.0, 3.4.3; CWE-693',
  reddens: [
    {
      check: 'AUTH-5.pages-run-own-code-only',
      breaks: ['browsers.own-code', 'browsers.not-framed', 'browsers.nosniff'],
      because: /callback says nothing of whose code it runs/,
    },
  ],
  spares: ['AUTH-2'],
  wire: () =>
    withOtherHeaders(
      ({ path }) => path.startsWith('/auth/callback'),
      () => ({ 'content-security-policy': undefined, 'x-content-type-options': undefined }),
    ),
}
