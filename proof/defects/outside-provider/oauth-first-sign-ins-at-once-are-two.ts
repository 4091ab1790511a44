import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'First sign-ins at the provider at the same moment make several accounts',
  reference: 'CWE-362',
  reddens: [
    { check: 'AUTH-2.one-account', breaks: ['auth.at-once.sign-ins'], because: /accounts user_.*, user_/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (_kit, standard) => {
        const under = new Map<string, number>()
        return {
          ...standard,
          ofProviderIdentity: async (identity) => {
            const before = under.get(identity.subject) ?? 0
            under.set(identity.subject, before + 1)
            setTimeout(() => under.delete(identity.subject), 300)
            if (before === 0) return standard.ofProviderIdentity(identity)
            const [subject, email] = [`${identity.subject}:${before}`, `${before}${identity.email}`]
            const other = await standard.ofProviderIdentity({ ...identity, subject, email })
            return other && { ...other, email: identity.email }
          },
        }
      },
    },
  }),
}
