import { z } from 'zod'

/** What a service says of itself. */
export const HealthAnswer = z.object({
  status: z.string(),
  service: z.string().optional(),
  version: z.string().optional(),
  environment: z.string().optional(),
  timestamp: z.union([z.string(), z.number()]).optional(),
  uptime_seconds: z.number().optional(),
  database_status: z.string().optional(),
  dependencies: z.record(z.string(), z.unknown()).optional(),
  capabilities: z.array(z.string()).optional(),
})

/** What a service says of itself. */
export type HealthAnswer = z.output<typeof HealthAnswer>

/** The backend's routes, as OpenAPI publishes them, and the types of message that its live connections take. */
export const RoutesAnswer = z.object({
  openapi: z.string().startsWith('3.'),
  servers: z.array(z.object({ url: z.string() })).optional(),
  paths: z.record(z.string().regex(/^(\/|x-)/), z.record(z.string(), z.unknown())),
  'x-live-client-messages': z.array(z.string()),
})
/** The routes and live messages that the backend publishes. */
export type RoutesAnswer = z.output<typeof RoutesAnswer>
