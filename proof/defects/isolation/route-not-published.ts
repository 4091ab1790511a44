import type { Defect } from '#proof/defect'
import { answeringCall } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A way to stop what somebody has asked for is there, and is not published',
  reference: 'Platform contract, 3: an OpenAPI 3 document of every route; OWASP API 2023, API9',
  reddens: [
    {
      check: 'ISO-4.no-address-left-out',
      breaks: ['backend.published-routes'],
      because: /POST \/api\/runs\/\{id\}\/cancel is not published/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    answeringCall('backend', 'GET /openapi.json', (answer) => {
      const document = JSON.parse(answer.body) as { paths: Record<string, object> }
      const kept = Object.entries(document.paths).filter(([path]) => !path.endsWith('/cancel'))
      return { ...answer, body: JSON.stringify({ ...document, paths: Object.fromEntries(kept) }) }
    }),
}
