import type { Defect } from '#proof/defect'
import { answeringCall } from '#damage/wire'

export const defect: Defect = {
  wrong: 'The record of a work says of each agent when it took part, and means another work',
  reference: 'Platform contract, 3: agents: who took part and when, as it was told',
  reddens: [
    {
      check: 'ALWAYS.records-fit-the-story',
      because: /an agent took part at 2001-01-01T00:00:00Z/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'in every scenario a bystander looks at the record of her work',
  wire: () =>
    answeringCall('backend', 'GET /api/runs/*', (answer) => {
      const { agents = [], ...record } = JSON.parse(answer.body) as { agents?: string[] }
      if (answer.status !== 200) return answer
      const dated = agents.map((agent_name) => ({ agent_name, started_at: '2001-01-01T00:00:00Z' }))
      return { ...answer, body: JSON.stringify({ ...record, agents: dated }) }
    }),
}
