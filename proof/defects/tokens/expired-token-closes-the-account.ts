import type { Defect } from '#proof/defect'
import { closingGrantedTo } from '#damage/closing'
import { isOver } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'An expired token, found in a log, closes an account',
  reference: 'RFC 7519, 4.1.4; CWE-613',
  reddens: [
    {
      check: 'AUTH-5.expired-refused',
      breaks: ['auth.delete.refused'],
      because: /DELETE \/auth\/me is open: it answered 204/,
    },
    { check: 'AUTH-3.expired-opens-nothing', because: /DELETE \/auth\/me is open: it answered 204/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => closingGrantedTo(isOver),
}
