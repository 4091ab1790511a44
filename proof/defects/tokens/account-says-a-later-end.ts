import type { Defect } from '#proof/defect'
import { sayingOtherwise } from '#damage/bodies'

export const defect: Defect = {
  wrong: 'The account says that the token ends an hour later than it does',
  reference: 'RFC 7662, 2.2',
  reddens: [{ check: 'AUTH-3.what-is-said-of-a-pass-is-true', because: /the auth service says/ }],
  sparesNothing: 'every scenario compares what is told with what was done',
  wire: () =>
    sayingOtherwise('GET /auth/me', (body) => ({
      ...body,
      token_expires_at: new Date(Date.parse(String(body['token_expires_at'])) + 3600_000).toISOString(),
    })),
}
