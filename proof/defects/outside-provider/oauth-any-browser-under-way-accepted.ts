import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A sign-in can be brought to its end in any browser that has begun one',
  reference: 'RFC 9700, 4.7; CWE-352',
  reddens: [{ check: 'AUTH-2.stranger-under-way-refused', because: /with a session/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      signInAttempts: (_kit, standard) => {
        const browsers = new Map<string, string>()
        return {
          begin: (attempt, browser) => {
            browsers.set(attempt.state, browser)
            return standard.begin(attempt, browser)
          },
          complete: (state, browser) =>
            standard.complete(state, browser === undefined ? undefined : browsers.get(state)),
        }
      },
    },
  }),
}
