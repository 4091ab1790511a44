import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A live line outlives the session it lives by',
  reference: 'OWASP ASVS 5.0, 4.4.3 and 7.3.2; CWE-613',
  reddens: [
    { check: 'AUTH-3.expiry-ends-the-line', because: /deadline|limit/ },
    { check: 'LIVE-5.expiry-ends-the-line', because: /deadline|limit/ },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      liveIdentity: (_kit, standard) => async (token) => {
        const member = await standard(token)
        return member && { ...member, expiresAt: new Date(Date.now() + 3600_000) }
      },
    },
  }),
}
