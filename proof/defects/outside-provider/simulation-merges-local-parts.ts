import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'At the side door, people are told apart by what stands before the @',
  reference: 'CWE-1289; CWE-488',
  reddens: [{ check: 'AUTH-2.side-door-keeps-people-apart', because: /user_/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (_kit, standard) => {
        const seen = new Map<string, string>()
        return {
          ...standard,
          ofSimulation: (email, ...others) => {
            const local = email.split('@')[0] ?? ''
            const first = seen.get(local) ?? email
            seen.set(local, first)
            return standard.ofSimulation(first, ...others)
          },
        }
      },
    },
  }),
}
