import type { Defect } from '#proof/defect'
import type { TokenPair } from '@netra/local-stack/auth-service/sign-ins'

function exaggerate(pair: TokenPair): TokenPair {
  return { ...pair, expires_in: 2 * pair.expires_in }
}

export const defect: Defect = {
  wrong: 'A session is said to live twice as long as it does',
  reference: 'RFC 6749, 5.1',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      inside: 'AUTH-1',
      because: /`expires_in` states 1800 s, and the pass lives 900 s/,
    },
    { check: 'AUTH-3.stated-life-is-true', because: /1800 s stated, 900 s real/ },
  ],
  spares: ['CHAT-1', 'LIVE-1'],
  plant: () => ({
    auth: {
      signIns: (_kit, standard) => ({
        ...standard,
        open: async (account) => exaggerate(await standard.open(account)),
        renew: async (token) => exaggerate(await standard.renew(token)),
      }),
    },
  }),
}
