import { z } from 'zod'
import { isOptional } from '#contract/access'
import { parseJson } from '#contract/json'
import type { Exchange, ReceivedResponse } from '#wire/exchange'

const NOT_FOUND = 404

const BackendError = z.object({
  error: z.literal(true),
  trace_id: z.string(),
  details: z.object({ status_code: z.number() }).optional().catch(undefined),
})

/**
 * What an answer of the backend states otherwise than it is: the request and, of an error, the trace as their caller
 * has named them, and the status that it has.
 */
export function statedOtherwise(
  { service, route, request }: Exchange,
  { status, headers, body }: ReceivedResponse,
): string[] {
  if (service !== 'backend') return []
  const [, given] = request.headers['traceparent']?.split('-') ?? []
  const { data: error } = BackendError.safeParse(parseJson(body))
  const stated = error?.details?.status_code ?? status
  // Where a route need not be, whoever says that it is not may know nothing of requests.
  const isAway = status === NOT_FOUND && isOptional(route)
  const name = isAway ? '' : nameFault(request.headers['x-request-id'], headers['x-request-id'])
  return [
    name === '' ? '' : `${route}: ${name}`,
    given !== undefined && error && error.trace_id !== given
      ? `${route} ${status}: \`trace_id\` is not that of the caller's trace`
      : '',
    stated === status ? '' : `${route} ${status}: \`details.status_code\` is ${stated}`,
  ].filter(Boolean)
}

/** Whoever does not name a request is told a name for it. */
function nameFault(given: string | undefined, told: string | undefined): string {
  if (given === undefined) return (told ?? '') === '' ? 'a request that was given no id is told none' : ''
  return told === given ? '' : "the caller's request id is not echoed"
}
