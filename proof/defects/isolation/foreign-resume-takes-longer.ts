import type { Defect } from '#proof/defect'
import { dwellingOnForeign } from '#damage/dwelling'

export const defect: Defect = {
  wrong: "To refuse to tell another's conversation again takes longer than where there is none",
  reference: 'CWE-208; Platform contract, 3: neither sooner nor later',
  reddens: [{ check: 'ISO-4.foreign-takes-as-long', because: /resume: .* \d+ ms later/ }],
  verdict: 'failed',
  spares: ['LIVE-4'],
  plant: () => ({ backend: dwellingOnForeign(60, (intent) => intent === 'resume-thread') }),
}
