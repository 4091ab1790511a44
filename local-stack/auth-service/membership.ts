import type { Account, Accounts } from './accounts.ts'
import type { ProviderIdentity } from './outside-provider.ts'

/** What every member may do. */
export const MEMBER_PERMISSIONS = ['read', 'write', 'chat'] as const

/** Which account an identity from elsewhere leads to; undefined when it may not lead to any. */
export interface Membership {
  ofProviderIdentity(identity: ProviderIdentity): Promise<Account | undefined>
  ofSimulation(email: string, name: string, permissions: readonly string[]): Promise<Account | undefined>
}

export function createMembership({ accounts }: { readonly accounts: Accounts }): Membership {
  return {
    ofProviderIdentity: async ({ subject, email, emailVerified, name }) => {
      const known = await accounts.byProvider('google', subject)
      // Whoever has not shown that the address is theirs gets no account by it, neither new nor old.
      if (known || !emailVerified) return known
      const permissions = MEMBER_PERMISSIONS
      const details = { email, name, permissions, authProvider: 'google', providerSubject: subject } as const
      // Of two first sign-ins at the same moment, the second finds what the first has made.
      return (await accounts.add(details)) ?? accounts.byProvider('google', subject)
    },
    ofSimulation: async (email, name, permissions) => {
      const known =
        (await accounts.byEmail(email)) ??
        (await accounts.add({ email, name, permissions, authProvider: 'simulation' })) ??
        (await accounts.byEmail(email))
      return known?.authProvider === 'simulation' ? known : undefined
    },
  }
}
