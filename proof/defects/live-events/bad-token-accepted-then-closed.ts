import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who has no good pass is welcomed first and shut out afterwards',
  reference: 'OWASP ASVS 5.0, 4.4.3; platform contract, 4: before any frame',
  reddens: [{ check: 'LIVE-4.bad-pass-turned-away', because: /is open: welcomed as nobody/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      liveTokenSource: (_kit, standard) => (headers, url) => standard(headers, url) ?? 'none',
      liveIdentity: (_kit, standard) => async (token) =>
        (await standard(token)) ?? {
          userId: 'nobody',
          email: '',
          tokenId: token,
          expiresAt: new Date(Date.now() + 100),
        },
    },
  }),
}
