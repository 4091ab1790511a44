import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who is slowed is told to wait a second, whatever is true',
  reference: 'RFC 9110, 10.2.3',
  reddens: [{ check: 'AUTH-5.told-wait-is-true', because: /told 1 s/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (_kit, standard) => ({
        ...standard,
        admit: (key) => standard.admit(key).catch(tellASecond),
      }),
    },
  }),
}

function tellASecond(): never {
  throw new Refusal(429, 'RATE_LIMITED', 'Too many failed attempts', { 'retry-after': '1' })
}
