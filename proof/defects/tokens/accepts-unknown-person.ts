import type { Defect } from '#proof/defect'
import type { Account } from '@netra/local-stack/auth-service/accounts'

function guest(id: string): Account | undefined {
  if (id.startsWith('user_')) return undefined
  const more = { authProvider: 'simulation', providerSubject: null, passwordHash: null } as const
  return { id, email: 'guest@netra.example', name: 'Guest', permissions: [], createdAt: new Date(0), ...more }
}

export const defect: Defect = {
  wrong: 'A token of somebody who never had an account opens doors',
  reference: 'RFC 7519, 4.1.2; OWASP ASVS 5.0, 7.4.2',
  reddens: [{ check: 'AUTH-5.nobodys-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => ({
        ...standard,
        accountOf: async (claims) => (await standard.accountOf(claims)) ?? guest(claims.sub),
      }),
    },
  }),
}
