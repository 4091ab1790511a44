import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'After four wrong passwords the right one no longer opens',
  reference: 'CWE-645',
  reddens: [{ check: 'AUTH-5.own-password-opens', because: /429/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (_kit, standard) => {
        const failures = new Map<string, number>()
        return {
          ...standard,
          failed: (key) => {
            failures.set(key, (failures.get(key) ?? 0) + 1)
            return standard.failed(key)
          },
          succeeded: async (key) => {
            if ((failures.get(key) ?? 0) >= 4) throw new Refusal(429, 'RATE_LIMITED', 'Account is locked')
            await standard.succeeded(key)
          },
        }
      },
    },
  }),
}
