import swagger from '@fastify/swagger'
import type { FastifySchema } from 'fastify'
import { z } from 'zod'
import type { WebService } from './web-service.ts'

/** What a service publishes of its routes. */
export interface Publication {
  readonly title: string
  /** Further fields of the document, by the names that OpenAPI leaves to everybody: `x-…`. */
  readonly more?: object
}

/** Routes for the platform's own services only. */
const INTERNAL = /^\/internal\//

/** `GET /openapi.json`: every public route that is added after this, as an OpenAPI document. */
export async function publishRoutes(app: WebService, { title, more }: Publication): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title, version: '1.0.0' } },
    transform: ({ schema, url }) => ({
      schema: INTERNAL.test(url) ? { hide: true } : describe(schema as FastifySchema | undefined),
      url,
    }),
  })
  app.get('/openapi.json', { schema: { hide: true } }, () => ({ ...app.swagger(), ...more }))
}

/** The routes' zod schemas, as JSON schemas. */
function describe(schema: FastifySchema = {}): FastifySchema {
  const described = Object.entries<unknown>(schema as Record<string, unknown>).map(([part, shape]) => [
    part,
    shape instanceof z.ZodType ? z.toJSONSchema(shape, { io: 'input' }) : shape,
  ])
  return Object.fromEntries(described) as FastifySchema
}
