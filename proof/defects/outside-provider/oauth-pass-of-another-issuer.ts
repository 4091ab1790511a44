import type { Defect } from '#proof/defect'
import { issuingOtherwise } from '#damage/issuing'

export const defect: Defect = {
  wrong: 'Only the pass that is handed over on the way back from the provider is issued in another name',
  reference: 'RFC 7519, 4.1.1; platform contract, 2: iss',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['token.claims'],
      because: /the pass of GET \/auth\/callback: `iss` is "the-provider"/,
      inside: 'AUTH-2',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: ({ 'auth-service': { signingSecret } }) => {
    const back = new Set<unknown>()
    return {
      auth: {
        membership: (_kit, standard) => ({
          ...standard,
          ofProviderIdentity: async (identity) => {
            const account = await standard.ofProviderIdentity(identity)
            if (account) back.add(account.id)
            return account
          },
        }),
        tokenIssuer: (_kit, standard) =>
          issuingOtherwise(standard, signingSecret, (claims) =>
            back.delete(claims['sub']) ? { ...claims, iss: 'the-provider' } : claims,
          ),
        tokenRules: (_kit, standard) => ({ ...standard, issuer: ['the-provider', 'netra-auth-service'] }),
      },
    }
  },
}
