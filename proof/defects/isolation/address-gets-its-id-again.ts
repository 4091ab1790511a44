import type { Defect } from '#proof/defect'
import { keepingIds } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'Whoever registers a closed address anew is who was there before: former tokens open it',
  reference: 'OWASP ASVS 5.0, 7.4.2; CWE-613',
  reddens: [
    {
      check: 'ISO-4.nothing-comes-back',
      breaks: ['token.deleted-account'],
      because: /by the former pass, after she is back: 200, not 401/,
    },
  ],
  spares: ['CHAT-2'],
  plant: () => ({ auth: { accounts: (_kit, standard) => keepingIds(standard) } }),
}
