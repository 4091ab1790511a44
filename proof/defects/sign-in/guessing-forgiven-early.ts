import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who is slowed may guess on after four seconds',
  reference: 'CWE-307',
  reddens: [{ check: 'AUTH-5.wait-is-kept', because: /a wrong password: 401/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (_kit, standard) => {
        const since = new Map<string, number>()
        return {
          ...standard,
          admit: async (key) => {
            const first = since.get(key) ?? Date.now()
            since.set(key, first)
            if (Date.now() - first > 4_000) await standard.succeeded(key)
            await standard.admit(key)
          },
        }
      },
    },
  }),
}
