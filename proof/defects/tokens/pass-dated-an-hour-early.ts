import type { Defect } from '#proof/defect'
import { issuingOtherwise } from '#damage/issuing'

export const defect: Defect = {
  wrong: 'Access tokens say that they were issued an hour ago',
  reference: 'RFC 7519, 4.1.6; platform contract, 2: iat',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['token.claims'],
      because: /pass was issued by exchange \d+, and it says at /,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: ({ 'auth-service': { signingSecret } }) => {
    return {
      auth: {
        tokenIssuer: (_kit, standard) =>
          issuingOtherwise(standard, signingSecret, ({ iat = 0, ...claims }) => ({
            ...claims,
            iat: iat - 3600,
          })),
      },
    }
  },
}
