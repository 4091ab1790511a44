import type { Defect } from '#proof/defect'
import { dwellingOnForeign } from '#damage/dwelling'

export const defect: Defect = {
  wrong: "To refuse to rename another's conversation takes longer than one that does not exist",
  reference: 'CWE-208; platform contract, 3: neither sooner nor later',
  reddens: [
    {
      check: 'ISO-4.foreign-takes-as-long',
      because: /^PUT \/api\/threads\/\{id\}: what is another's is refused \d+ ms later/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({ backend: dwellingOnForeign(60, (intent) => intent === 'rename-thread') }),
}
