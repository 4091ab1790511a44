import { setTimeout as pause } from 'node:timers/promises'
import { MEMBER_PERMISSIONS } from '@netra/local-stack/auth-service/membership'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of first sign-ins at the provider at the same moment only one gets in',
  reference: 'calcom#28300; CWE-362',
  reddens: [
    {
      check: 'ALWAYS.every-step-can-be-taken',
      because: /signing in through the provider: expected a session, but 302/,
      inside: 'AUTH-2',
    },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (kit, standard) => ({
        ...standard,
        ofProviderIdentity: async (identity) => {
          const known = await kit.accounts.byProvider('google', identity.subject)
          if (known || !identity.emailVerified) return known
          // Whoever comes meanwhile has come at the same moment.
          await pause(200)
          const { subject: providerSubject, email, name } = identity
          const permissions = MEMBER_PERMISSIONS
          return kit.accounts.add({ email, name, permissions, authProvider: 'google', providerSubject })
        },
      }),
    },
  }),
}
