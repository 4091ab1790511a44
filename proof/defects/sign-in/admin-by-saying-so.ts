import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever registers as is_admin is one',
  reference: 'OWASP ASVS 5.0, 15.3.3; CWE-915',
  reddens: [{ check: 'AUTH-1.asked-for-rights-not-given', because: /is_admin: true: .* admin/ }],
  spares: ['AUTH-4'],
  plant: () => {
    const admins = new Set<string>()
    return {
      auth: {
        registrationReader: (kit, standard) => async (body) => {
          const read = await standard(body)
          if ((body as { is_admin?: boolean }).is_admin) admins.add(kit.addressKey(read.email))
          return read
        },
        accounts: (kit, standard) => ({
          ...standard,
          add: (account) => {
            const isAdmin = admins.has(kit.addressKey(account.email))
            return standard.add(
              isAdmin ? { ...account, permissions: [...account.permissions, 'admin'] } : account,
            )
          },
        }),
      },
    }
  },
}
