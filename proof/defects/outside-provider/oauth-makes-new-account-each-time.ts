import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every sign-in through the provider makes another account',
  reference: 'OpenID Connect Core 1.0, 5.7; OWASP ASVS 5.0, 10.5.2',
  reddens: [{ check: 'AUTH-2.one-account', because: /user_/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (_kit, standard) => ({
        ...standard,
        ofProviderIdentity: (identity) => {
          const subject = `${identity.subject}:${Date.now()}`
          return standard.ofProviderIdentity({
            ...identity,
            subject,
            email: `${Date.now()}.${identity.email}`,
          })
        },
      }),
    },
  }),
}
