import type { Member } from '@netra/local-stack/backend/identity'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The profile shows whoever came first',
  reference: 'Seed laboratory; OWASP API 2023, API1; CWE-639',
  reddens: [
    { check: 'AUTH-1.one-identity-everywhere', because: /the profile says/ },
    {
      check: 'ALWAYS.nothing-foreign-shows',
      because: /Asha was shown .* which is (Noor|the visitor)'s/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'isolation-violated',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => {
    let first: Member | undefined
    return {
      backend: {
        identity: (_kit, standard) => async (token) => {
          const member = await standard(token)
          first ??= member
          return member
        },
        profileOf: (_kit, standard) => (visitor) => standard({ ...visitor, ...first }),
      },
    }
  },
}
