import type { Defect } from '#proof/defect'
import { closingGrantedTo } from '#damage/closing'
import { readUnverified } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'A refresh token closes an account, as if it were an access token',
  reference: 'RFC 8725, 3.12; OWASP ASVS 5.0, 9.2.2',
  reddens: [
    { check: 'AUTH-3.refresh-does-not-enter', because: /DELETE \/auth\/me is open: it answered 204/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => closingGrantedTo((token) => readUnverified(token)?.payload['token_type'] === 'refresh'),
}
