import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import { z } from 'zod'
import type { WebService } from '#kit/web-service'
import type { Identities } from './identities.ts'
import * as pages from './pages.ts'

const Uid = z.object({ uid: z.string() })
const SignIn = z.object({ email: z.string(), password: z.string() })
const Consent = z.object({ decision: z.enum(['allow', 'deny']) })

/** The pages between "send me to the provider" and "here is your code": signing in and consent. */
export function addInteractionRoutes(app: WebService, provider: Provider, identities: Identities): void {
  app.get('/interaction/:uid', { schema: { params: Uid } }, async (request, reply) => {
    const { prompt, uid, params, session } = await provider.interactionDetails(request.raw, reply.raw)
    if (prompt.name === 'login') return sendPage(reply, pages.signInPage(uid))
    const client = await provider.Client.find(String(params['client_id']))
    const person = session?.accountId ? await identities.byId(session.accountId) : undefined
    return sendPage(
      reply,
      pages.consentPage(uid, client?.clientName ?? 'Somebody', person?.name ?? 'stranger'),
    )
  })

  app.post('/interaction/:uid/sign-in', { schema: { params: Uid, body: SignIn } }, async (request, reply) => {
    const { email, password } = request.body
    const identity = await identities.signIn(email, password)
    if (!identity) {
      return sendPage(reply.code(401), pages.signInPage(request.params.uid, 'Address or password is wrong.'))
    }
    return finish(provider, request, reply, { login: { accountId: identity.id } })
  })

  app.post(
    '/interaction/:uid/consent',
    { schema: { params: Uid, body: Consent } },
    async (request, reply) => {
      if (request.body.decision === 'deny')
        return finish(provider, request, reply, { error: 'access_denied' })
      const { params, session } = await provider.interactionDetails(request.raw, reply.raw)
      const grant = new provider.Grant({
        accountId: String(session?.accountId),
        clientId: String(params['client_id']),
      })
      grant.addOIDCScope(String(params['scope']))
      return finish(provider, request, reply, { consent: { grantId: await grant.save() } })
    },
  )
}

async function finish(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  result: Parameters<Provider['interactionResult']>[2],
): Promise<FastifyReply> {
  const next = await provider.interactionResult(request.raw, reply.raw, result, {
    mergeWithLastSubmission: true,
  })
  return reply.redirect(next, 303)
}

export function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page)
}
