import type { Defect } from '#proof/defect'
import { keepingIds } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'What a closed account had is kept, and found again by whoever registers its address',
  reference:
    'GDPR, article 17; Platform contract, 2: account, sessions, threads and runs are gone everywhere',
  reddens: [
    {
      check: 'ISO-4.nothing-comes-back',
      breaks: ['auth.delete.gone'],
      because: /what she has: .*thread_.*, not/,
    },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: { accounts: (_kit, standard) => keepingIds(standard) },
    backend: { threads: (_kit, standard) => ({ ...standard, removeAllOf: () => Promise.resolve() }) },
  }),
}
