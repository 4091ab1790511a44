import type { Database } from './database.ts'
import type { WebService } from './web-service.ts'

/** What a service says of itself. */
export interface About {
  readonly service: string
  readonly environment: string
  /** Further fields, told while healthy. */
  readonly more?: object
}

const VERSION = '1.0.0'

/** `GET /health`: 200 while the service and its database answer, else 503 with a reason. */
export function addHealthRoute(app: WebService, { service, environment, more }: About, sql: Database): void {
  app.get('/health', async (_request, reply) => {
    const state = {
      service,
      version: VERSION,
      environment,
      timestamp: new Date().toISOString(),
      uptime_seconds: Math.round(process.uptime()),
    }
    try {
      await sql`select 1`
      return { status: 'healthy', ...state, database_status: 'connected', ...more }
    } catch {
      const trouble = { database_status: 'disconnected', reason: 'database unreachable' }
      return reply.code(503).send({ status: 'unhealthy', ...state, ...trouble })
    }
  })
}
