import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { DescribeFault } from '#kit/web-service'

const TRACEPARENT = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/

/** The backend's one shape for every error. */
export const describeFault: DescribeFault = (fault, request) => ({
  error: true,
  error_code: fault.code,
  message: fault.message,
  details: { status_code: fault.status },
  trace_id: traceId(request),
  timestamp: new Date().toISOString(),
})

/** The caller's trace (W3C Trace Context), or a new one. */
function traceId({ headers }: FastifyRequest): string {
  const given = headers['traceparent']
  const match = typeof given === 'string' ? TRACEPARENT.exec(given) : null
  return match?.[1] ?? randomBytes(16).toString('hex')
}
