import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever registers a closed address anew is called as its former owner was',
  reference: 'GDPR, article 17; Platform contract, 2: a name is told as it was given',
  reddens: [
    {
      check: 'ISO-4.nothing-comes-back',
      breaks: ['auth.delete.gone'],
      because: /her name: .*, not .* the Second/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const names = new Map<string, string>()
    return {
      auth: {
        accounts: (_kit, standard) => ({
          ...standard,
          add: (account) => {
            const name = names.get(account.email) ?? account.name
            names.set(account.email, name)
            return standard.add({ ...account, name })
          },
        }),
      },
    }
  },
}
