import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who is slowed gets in all the same with the right password',
  reference: 'CWE-307: of many guesses the right one counts',
  reddens: [{ check: 'AUTH-5.wait-is-kept', because: /the right one: 200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (_kit, standard) => {
        const slowed = new Map<string, unknown>()
        return {
          ...standard,
          admit: async (key) => {
            slowed.set(key, await standard.admit(key).catch((refusal: unknown) => refusal))
          },
          // A wrong password is found out only now.
          failed: async (key) => {
            if (slowed.get(key)) throw slowed.get(key)
            await standard.failed(key)
          },
          succeeded: () => Promise.resolve(),
        }
      },
    },
  }),
}
