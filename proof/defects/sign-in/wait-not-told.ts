import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who is slowed is not told for how long',
  reference: 'RFC 6585, 4',
  reddens: [{ check: 'AUTH-5.told-wait-is-true', because: /told nothing/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (_kit, standard) => ({
        ...standard,
        admit: (key) => standard.admit(key).catch(tellNothing),
      }),
    },
  }),
}

function tellNothing(): never {
  throw new Refusal(429, 'RATE_LIMITED', 'Too many failed attempts')
}
