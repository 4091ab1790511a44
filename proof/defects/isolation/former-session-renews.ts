import type { Account } from '@netra/local-stack/auth-service/accounts'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The session of a closed account can be renewed',
  reference: 'OWASP ASVS 5.0, 7.4.2; CWE-613',
  reddens: [
    {
      check: 'ISO-4.nothing-comes-back',
      breaks: ['auth.delete.gone'],
      because: /to renew the former session, before she is back: 200, not 401/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const members = new Map<string, Account>()
    return {
      auth: {
        signIns: (kit, standard) => ({
          ...standard,
          open: async (account) => {
            members.set(account.id, account)
            return standard.open(account)
          },
          renew: async (token) => {
            try {
              return await standard.renew(token)
            } catch (error) {
              const { sub } = await kit.tokenVerifier(token, 'refresh').catch(() => ({ sub: '' }))
              const account = members.get(sub)
              if (!account || (await kit.accounts.byEmail(account.email))) throw error
              const { token: access } = await kit.tokenIssuer.issue(account, 'access')
              const { token: refresh } = await kit.tokenIssuer.issue(account, 'refresh')
              return { access_token: access, refresh_token: refresh, token_type: 'Bearer', expires_in: 900 }
            }
          },
        }),
      },
    }
  },
}
