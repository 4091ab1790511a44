import { z } from 'zod'
import type { WebService } from '#kit/web-service'
import type { AgentEvent } from '../conversations/events.ts'
import type { BackendParts } from '../parts.ts'
import type { WhoAsks } from './members-only.ts'

const Id = z.object({ id: z.string() })
const After = z.object({ after: z.coerce.number().int().min(0).optional() })

/** The agents' work on a question: how it stands, what happened, and stopping it. */
export function addRunRoutes(scope: WebService, parts: BackendParts, who: WhoAsks): void {
  const { ownership, events, runEngine } = parts

  scope.get('/api/runs/:id', { schema: { params: Id } }, async (request) => {
    const run = await ownership.run(who(request).userId, request.params.id, 'read-run')
    return {
      run_id: run.id,
      thread_id: run.threadId,
      status: run.status,
      started_at: run.startedAt.toISOString(),
      finished_at: run.finishedAt?.toISOString() ?? null,
      error: run.error,
      agents: agentsIn(await events.ofRun(run.id, 0)),
    }
  })

  scope.post('/api/runs/:id/cancel', { schema: { params: Id } }, async (request, reply) => {
    const run = await ownership.run(who(request).userId, request.params.id, 'cancel-run')
    await runEngine.cancel(run.id)
    return reply.code(202).send({ run_id: run.id, thread_id: run.threadId })
  })

  scope.get('/api/runs/:id/events', { schema: { params: Id, querystring: After } }, async (request) => {
    const run = await ownership.run(who(request).userId, request.params.id, 'read-events')
    return { events: await events.ofRun(run.id, request.query.after ?? 0) }
  })
}

/** The agents that took part, in the order they began. */
function agentsIn(events: readonly AgentEvent[]): string[] {
  const started = events.filter(({ type }) => type === 'agent_started')
  return [...new Set(started.map(({ payload }) => payload.agent_name))]
}
