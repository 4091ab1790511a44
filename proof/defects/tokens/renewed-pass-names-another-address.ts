import type { Defect } from '#proof/defect'
import { issuingOtherwise } from '#damage/issuing'

export const defect: Defect = {
  wrong: 'A renewed access token names the address of whoever came in last',
  reference: 'CWE-488; platform contract, 2: email',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['token.claims'],
      because: /address in the pass is .* and it is /,
      inside: 'AUTH-3',
    },
  ],
  verdict: 'isolation-violated',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: ({ 'auth-service': { signingSecret } }) => {
    const known = new Map<string, string>()
    return {
      auth: {
        tokenIssuer: (_kit, standard) =>
          issuingOtherwise(standard, signingSecret, (claims, { id, email }) => {
            const address = known.has(id) ? [...known.values()].at(-1) : email
            known.set(id, email)
            return { ...claims, email: address }
          }),
      },
    }
  },
}
