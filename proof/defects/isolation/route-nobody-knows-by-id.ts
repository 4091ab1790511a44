import type { Defect } from '#proof/defect'
import { publishing } from '#damage/published'

export const defect: Defect = {
  wrong: "Of a way of which the contract says nothing, everybody's conversation is to be had by its id",
  reference: 'OWASP API 2023, API1 and API9',
  reddens: [
    {
      check: 'ISO-4.no-address-left-out',
      because: /GET \/api\/archive\/\{id\}.*pass \(200\).*of nothing: 404/,
    },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  wire: () => {
    const known = new Map<string, string>()
    return publishing('GET /api/archive/{thread_id}', (answer, { path }) => {
      const [, id = ''] = /^\/api\/archive\/(.+)$/.exec(path) ?? []
      const kept = known.get(id)
      if (kept !== undefined) return { ...answer, status: 200, body: kept }
      const { id: made } = /^\/api\/threads/.test(path)
        ? (JSON.parse(answer.body || '{}') as { id?: string })
        : {}
      if (made !== undefined && !known.has(made)) known.set(made, answer.body)
      return answer
    })
  },
}
