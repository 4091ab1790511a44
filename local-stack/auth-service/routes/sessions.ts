import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '#kit/refusal'
import type { WebService } from '#kit/web-service'
import type { AuthParts } from '../parts.ts'
import { InvalidToken } from '../tokens.ts'

const RefreshRequest = z.object({ refresh_token: z.string() })
const ValidationRequest = z.object({ token: z.string() })

/** Renewal, validation, the person behind a token, and every way a session ends. */
export function addSessionRoutes(app: WebService, parts: AuthParts): void {
  app.post('/auth/refresh', { schema: { body: RefreshRequest } }, ({ body }) =>
    parts.signIns.renew(body.refresh_token),
  )

  app.post('/auth/logout', async (request) => {
    await parts.signIns.end(tokenOf(request, parts)).catch(refuseToken)
    return { status: 'success' }
  })

  app.post('/auth/validate', { schema: { body: ValidationRequest } }, async ({ body }) => {
    try {
      const { account, claims } = await parts.signIns.recognise(body.token)
      const { id, email, permissions } = account
      return { valid: true, user_id: id, email, permissions, expires_at: isoOf(claims.exp) }
    } catch (error) {
      if (error instanceof InvalidToken) return { valid: false, error: error.code, message: error.message }
      throw error
    }
  })

  app.get('/auth/me', async (request) => {
    const { account, claims } = await parts.signIns.recognise(tokenOf(request, parts)).catch(refuseToken)
    const { id, email, name, permissions, createdAt, authProvider } = account
    return {
      user_id: id,
      email,
      name,
      permissions,
      created_at: createdAt.toISOString(),
      auth_provider: authProvider,
      token_expires_at: isoOf(claims.exp),
    }
  })

  app.delete('/auth/me', async (request, reply) => {
    const { account } = await parts.signIns.recognise(tokenOf(request, parts)).catch(refuseToken)
    await parts.accounts.remove(account.id)
    await parts.sessionEnds.accountEnded(account.id)
    return reply.code(204).send()
  })
}

function tokenOf(request: FastifyRequest, parts: AuthParts): string {
  const token = parts.tokenSource(request.headers, request.url)
  if (!token) throw new Refusal(401, 'NOT_AUTHENTICATED', 'Not authenticated')
  return token
}

function refuseToken(error: unknown): never {
  if (error instanceof InvalidToken) throw new Refusal(401, 'INVALID_TOKEN', 'Invalid or expired token')
  throw error
}

function isoOf(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString()
}
