import type { Defect } from '#proof/defect'

const LATE_MS = 2_600

export const defect: Defect = {
  wrong: 'Signing out closes the live line, but later than promised',
  reference: 'OWASP ASVS 5.0, 7.4.1; platform contract, section 2: within two seconds',
  reddens: [
    { check: 'AUTH-4.signed-out-line-ends', because: /^ended with 1008 after (2\.[6-9]|[3-9]\S*) s$/ },
  ],
  spares: ['AUTH-1'],
  plant: () => ({
    auth: {
      sessionEnds: (_kit, standard) => ({
        ...standard,
        sessionEnded: (...ended) => {
          setTimeout(() => void standard.sessionEnded(...ended), LATE_MS).unref()
          return Promise.resolve()
        },
      }),
    },
  }),
}
