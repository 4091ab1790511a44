import { z } from 'zod'

/** What a service says of itself. */
export const HealthAnswer = z.object({
  status: z.string(),
  service: z.string(),
  version: z.string().optional(),
  environment: z.string().optional(),
  timestamp: z.union([z.string(), z.number()]).optional(),
  capabilities: z.array(z.string()).optional(),
})

/** The backend's routes, as OpenAPI publishes them, and the types of message that its live connections take. */
export const RoutesAnswer = z.object({
  openapi: z.string().startsWith('3.'),
  paths: z.record(z.string().startsWith('/'), z.record(z.string(), z.unknown())),
  'x-live-client-messages': z.array(z.string()),
})
/** The routes and live messages that the backend publishes. */
export type RoutesAnswer = z.output<typeof RoutesAnswer>
