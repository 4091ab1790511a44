import { tellingWait } from '#damage/allowances'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What may be sent in a minute may be sent again after ten seconds, and it is told so',
  reference: 'Platform contract, 3: until the first of 60 is a minute old, the next is refused',
  reddens: [
    {
      check: 'ISO-5.wait-is-what-is-left',
      breaks: ['limits.wait-is-true'],
      because: /: \d+ s, (5\d|60) s are left/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: { limits: (_kit, standard) => tellingWait(standard, (s) => Math.max(1, s - 50)) },
  }),
}
