import type { Defect } from '#proof/defect'
import { issuingOtherwise } from '#damage/issuing'

export const defect: Defect = {
  wrong: 'Access tokens are issued in the name of something else',
  reference: 'RFC 7519, 4.1.1; platform contract, 2: iss',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['token.claims'],
      because: /`iss` is "netra-auth" where "netra-auth-service" is due/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: ({ 'auth-service': { signingSecret } }) => {
    return {
      auth: {
        tokenIssuer: (_kit, standard) =>
          issuingOtherwise(standard, signingSecret, (claims) => ({ ...claims, iss: 'netra-auth' })),
        tokenRules: (_kit, standard) => ({ ...standard, issuer: ['netra-auth', 'netra-auth-service'] }),
      },
    }
  },
}
