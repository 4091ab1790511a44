import type { Defect } from '#proof/defect'
import type { ProviderIdentity } from '@netra/local-stack/auth-service/outside-provider'

export const defect: Defect = {
  wrong: 'Where the provider refuses, whoever came last is taken instead',
  reference: 'CWE-636: failing open',
  reddens: [
    { check: 'AUTH-2.exchanged-proof-refused', because: /with a session/ },
    { check: 'AUTH-2.exchanged-nonce-refused', because: /with a session/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      outsideProvider: (_kit, standard) => {
        let last: ProviderIdentity | undefined
        return {
          ...standard,
          redeem: async (callback, trip) => {
            const identity = await standard.redeem(callback, trip).catch((error: unknown) => {
              if (last) return last
              throw error
            })
            return (last = identity)
          },
        }
      },
    },
  }),
}
