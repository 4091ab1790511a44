import type { Defect } from '#proof/defect'
import type { TokenPair } from '@netra/local-stack/auth-service/sign-ins'

export const defect: Defect = {
  wrong: 'Devices that sign in at the same moment get one session between them',
  reference: 'CWE-362; CWE-488',
  reddens: [
    { check: 'AUTH-4.sessions-are-distinct', because: /in common: tokenId, accessToken, refreshToken/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      signIns: (_kit, standard) => {
        const opening = new Map<string, Promise<TokenPair>>()
        return {
          ...standard,
          open: (account) => {
            const pair = opening.get(account.id) ?? standard.open(account)
            opening.set(account.id, pair)
            return pair
          },
        }
      },
    },
  }),
}
