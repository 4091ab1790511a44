import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Names lose the blanks around them, and those that are double',
  reference: 'Platform contract, 2: A name is told as it was given',
  reddens: [{ check: 'AUTH-1.names-are-kept', because: /Zoë Çağlar-Müßig/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      accounts: (_kit, standard) => ({
        ...standard,
        add: (account) => standard.add({ ...account, name: account.name.trim().replace(/\s+/g, ' ') }),
      }),
    },
  }),
}
