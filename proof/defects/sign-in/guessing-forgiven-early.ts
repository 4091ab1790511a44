import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who is slowed may guess on after a moment',
  reference: 'CWE-307',
  reddens: [{ check: 'AUTH-5.wait-is-kept', because: /a wrong password: 401/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (_kit, standard) => {
        const last = new Map<string, number>()
        return {
          ...standard,
          admit: async (key) => {
            const quiet = Date.now() - (last.get(key) ?? Date.now())
            last.set(key, Date.now())
            // Sooner than anybody was told, however long the guesses themselves take.
            if (quiet > 600) await standard.succeeded(key)
            await standard.admit(key)
          },
        }
      },
    },
  }),
}
