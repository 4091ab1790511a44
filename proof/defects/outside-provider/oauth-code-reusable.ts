import type { Defect } from '#proof/defect'
import type { ProviderIdentity } from '@netra/local-stack/auth-service/outside-provider'

export const defect: Defect = {
  wrong: 'A code of the provider works more than once',
  reference: 'RFC 6749, 4.1.2; OWASP ASVS 5.0, 10.4.2',
  reddens: [{ check: 'AUTH-2.used-code-refused', because: /with a session/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      outsideProvider: (_kit, standard) => {
        const redeemed = new Map<string | null, Promise<ProviderIdentity>>()
        return {
          ...standard,
          redeem: (callback, trip) => {
            const code = callback.searchParams.get('code')
            const identity = redeemed.get(code) ?? standard.redeem(callback, trip)
            redeemed.set(code, identity)
            return identity
          },
        }
      },
    },
  }),
}
