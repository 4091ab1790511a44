import type { Defect } from '#proof/defect'
import { publishing } from '#damage/published'

export const defect: Defect = {
  wrong: "There is a way to everybody's conversations of which the contract says nothing",
  reference: 'OWASP API 2023, API9',
  reddens: [{ check: 'ALWAYS.nothing-foreign-shows', inside: 'ISO-4', because: /exchange \d+/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  wire: () => {
    const lists: string[] = []
    return publishing('GET /api/export', (answer, { path }) => {
      if (path.startsWith('/api/export')) return { ...answer, status: 200, body: `[${lists.join(',')}]` }
      if (path === '/api/threads' && answer.status === 200) lists.push(answer.body)
      return answer
    })
  },
}
