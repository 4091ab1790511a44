import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Guesses at the same moment are all looked at, and counted afterwards',
  reference: 'CWE-307; CVE-2024-4629',
  reddens: [
    {
      check: 'AUTH-5.guessing-is-slowed',
      breaks: ['auth.throttle.at-once'],
      because: /(1[1-9]|2\d|30) times 401/,
    },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (_kit, standard) => ({ ...standard, inTurn: (_key, attempt) => attempt() }),
    },
  }),
}
