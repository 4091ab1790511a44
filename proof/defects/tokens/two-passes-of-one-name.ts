import type { Defect } from '#proof/defect'
import { issuingOtherwise } from '#damage/issuing'

export const defect: Defect = {
  wrong: 'Of two access tokens of one account, the later one has the jti of the earlier one',
  reference: 'RFC 7519, 4.1.7; platform contract, 2: jti',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['token.claims'],
      because: /pass has a name of its own, and it is named as that of exchange/,
      inside: 'AUTH-3',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: ({ 'auth-service': { signingSecret } }) => {
    const latest = new Map<string, string>()
    return {
      auth: {
        tokenIssuer: (_kit, standard) =>
          issuingOtherwise(standard, signingSecret, (claims, { id }) => {
            const jti = latest.get(id) ?? claims.jti ?? ''
            latest.set(id, jti)
            return { ...claims, jti }
          }),
      },
    }
  },
}
