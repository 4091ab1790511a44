import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'Who registers a taken address with the password that it has is signed in, in place of being refused',
  reference: 'Platform contract, 2: POST /auth/register, 409 for an address that is taken',
  reddens: [{ check: 'AUTH-1.address-taken-in-any-spelling', because: /with her own password: 200/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const given = new Map<string, string>()
    return {
      auth: {
        registrationReader:
          ({ addressKey }, standard) =>
          async (body) => {
            const registration = await standard(body)
            given.set(addressKey(registration.email), registration.password)
            return registration
          },
        accounts: ({ addressKey, passwords }, standard) => ({
          ...standard,
          add: async (account) => {
            const added = await standard.add(account)
            if (added || account.authProvider !== 'password') return added
            const known = await standard.byEmail(account.email)
            // Those of the same moment are refused as ever.
            if (!known || Date.now() - known.createdAt.getTime() < 50) return undefined
            const password = given.get(addressKey(account.email)) ?? ''
            return (await passwords.verify(password, known.passwordHash ?? undefined)) ? known : undefined
          },
        }),
      },
    }
  },
}
