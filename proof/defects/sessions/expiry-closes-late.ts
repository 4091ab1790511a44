import type { Defect } from '#proof/defect'

const LATE_MS = 2_600

export const defect: Defect = {
  wrong: 'A live line ends after the session it lives by, but later than promised',
  reference: 'OWASP ASVS 5.0, 7.3.2; platform contract, section 4: within two seconds',
  reddens: [
    { check: 'AUTH-3.expiry-ends-the-line', because: /^ended with 1008 after (2\.[6-9]|[3-9]\S*) s$/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      liveIdentity: (_kit, standard) => async (token) => {
        const member = await standard(token)
        return member && { ...member, expiresAt: new Date(member.expiresAt.getTime() + LATE_MS) }
      },
    },
  }),
}
