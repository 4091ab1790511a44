import type { FastifyRequest } from 'fastify'
import { Refusal } from '#kit/refusal'
import type { WebService } from '#kit/web-service'
import type { Visitor } from '../identity.ts'
import type { BackendParts } from '../parts.ts'

/** Gives the visitor of a request that came through `membersOnly`. */
export type WhoAsks = (request: FastifyRequest) => Visitor

/** Lets only signed-in members through to the routes of this scope. */
export function membersOnly(scope: Pick<WebService, 'addHook'>, parts: BackendParts): WhoAsks {
  const visitors = new WeakMap<FastifyRequest, Visitor>()
  scope.addHook('onRequest', async (request) => {
    const token = parts.tokenSource(request.headers, request.url)
    if (!token) throw new Refusal(401, 'NOT_AUTHENTICATED', 'Not authenticated')
    const member = await parts.identity(token)
    if (!member) throw new Refusal(401, 'AUTH_FAILED', 'Invalid or expired token')
    visitors.set(request, { ...member, token })
  })
  return (request) => {
    const visitor = visitors.get(request)
    if (!visitor) throw new Error(`${request.url} is not for members only`)
    return visitor
  }
}
