import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever registers has the rights that he asks for',
  reference: 'OWASP ASVS 5.0, 15.3.3; CWE-915',
  reddens: [
    { check: 'AUTH-1.asked-for-rights-not-given', because: /permissions: .* may read, write, chat, admin/ },
  ],
  spares: ['AUTH-4'],
  plant: () => {
    const wanted = new Map<string, string[] | undefined>()
    return {
      auth: {
        registrationReader: (kit, standard) => async (body) => {
          const { permissions } = body as { permissions?: string[] }
          const read = await standard(body)
          wanted.set(kit.addressKey(read.email), permissions)
          return read
        },
        accounts: (kit, standard) => ({
          ...standard,
          add: (account) => {
            const permissions = wanted.get(kit.addressKey(account.email)) ?? account.permissions
            return standard.add({ ...account, permissions })
          },
        }),
      },
    }
  },
}
