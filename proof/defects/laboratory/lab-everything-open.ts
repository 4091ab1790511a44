import type { Defect } from '#proof/defect'
import { believing } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'Nothing is looked at: signatures, passwords, passes for lines',
  reference: 'Seed laboratory: no signature check, malformed accepted, any password, sockets open',
  reddens: [{ check: 'AUTH-1.first-account-untouched', because: /the other one: 200/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      tokenVerifier: (_kit, standard) => believing(standard, ({ payload }) => payload.exp !== undefined),
      passwords: (_kit, standard) => ({
        ...standard,
        verify: (_password, stored) => Promise.resolve(stored !== undefined),
      }),
    },
    backend: {
      liveTokenSource: (_kit, standard) => (headers, url) => standard(headers, url) ?? 'none',
      liveIdentity: (_kit, standard) => async (token) =>
        (await standard(token)) ?? {
          userId: 'anybody',
          email: '',
          tokenId: token,
          expiresAt: new Date(Date.now() + 900_000),
        },
    },
  }),
}
