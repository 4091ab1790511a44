import { decodeJwt } from 'jose'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who says in an address whose list is wanted is given it',
  reference: 'OWASP API 2023, API3; CWE-915',
  reddens: [{ check: 'ISO-4.foreign-answered-as-unknown', because: /user_id=.* \[200,/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      tokenSource: (_kit, standard) => {
        const tokens = new Map<string, string>()
        return (headers, url) => {
          const token = standard(headers, url)
          if (token) tokens.set(String(decodeJwt(token).sub), token)
          const owner = new URLSearchParams(url.split('?')[1]).get('owner')
          return tokens.get(owner ?? '') ?? token
        }
      },
    },
  }),
}
