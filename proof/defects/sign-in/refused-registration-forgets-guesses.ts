import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever tries to register an address makes the failures at it forgotten',
  reference: 'CWE-307',
  reddens: [{ check: 'AUTH-5.wait-is-kept', because: /a wrong password: 401/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      accounts: (kit, standard) => ({
        ...standard,
        add: async (account) => {
          const added = await standard.add(account)
          if (!added) await kit.loginThrottle.succeeded(kit.addressKey(account.email))
          return added
        },
      }),
    },
  }),
}
