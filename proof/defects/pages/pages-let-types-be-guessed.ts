import type { Defect } from '#proof/defect'
import { withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: 'The page to which people come back from signing in lets its type be guessed',
  reference: 'OWASP ASVS 5.0, 3.4.4; CWE-430',
  reddens: [
    {
      check: 'AUTH-5.pages-run-own-code-only',
      breaks: ['browsers.nosniff'],
      because: /callback lets types be guessed/,
    },
  ],
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      ({ path }) => path.startsWith('/auth/callback'),
      () => ({ 'x-content-type-options': undefined }),
    ),
}
