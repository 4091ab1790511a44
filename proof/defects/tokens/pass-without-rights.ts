import type { Defect } from '#proof/defect'
import { issuingOtherwise } from '#damage/issuing'

export const defect: Defect = {
  wrong: 'An access token says nothing of what it permits',
  reference: 'Platform contract, 2: permissions',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['token.claims'],
      because: /the pass of POST \/auth\/[\w/-]+: `permissions` is missing/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: ({ 'auth-service': { signingSecret } }) => {
    return {
      auth: {
        tokenIssuer: (_kit, standard) =>
          issuingOtherwise(standard, signingSecret, ({ permissions: _, ...claims }) => claims),
      },
    }
  },
}
