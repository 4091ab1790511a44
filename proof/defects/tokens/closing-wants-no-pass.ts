import type { Defect } from '#proof/defect'
import { closingGrantedTo } from '#damage/closing'
import { readUnverified } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'To close an account takes no token at all: whatever is shown will do',
  reference: 'OWASP ASVS 5.0, 8.3.1; CWE-306',
  reddens: [{ check: 'AUTH-5.no-pass-refused', because: /DELETE \/auth\/me is open: it answered 204/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => closingGrantedTo((token) => readUnverified(token) === undefined),
}
