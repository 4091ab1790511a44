import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Signing out leaves the live line open',
  reference: 'OWASP ASVS 5.0, 7.4.1; OpenID Connect Back-Channel Logout 1.0',
  reddens: [
    { check: 'AUTH-4.signed-out-line-ends', because: /deadline|limit/ },
    { check: 'LIVE-5.sign-out-ends-the-line', because: /deadline|limit/ },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: { sessionEnds: (_kit, standard) => ({ ...standard, sessionEnded: () => Promise.resolve() }) },
  }),
}
