import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever signs in makes the failures of everybody forgotten',
  reference: 'CWE-307',
  reddens: [
    {
      check: 'AUTH-5.guessing-is-slowed',
      breaks: ['auth.throttle.nobody-else'],
      because: /1[1-9] times 401/,
    },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (_kit, standard) => {
        const failed = new Set<string>()
        return {
          ...standard,
          failed: (key) => {
            failed.add(key)
            return standard.failed(key)
          },
          succeeded: async () => {
            await Promise.all([...failed].map((key) => standard.succeeded(key)))
          },
        }
      },
    },
  }),
}
