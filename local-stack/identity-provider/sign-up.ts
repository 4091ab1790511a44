import { z } from 'zod'
import type { WebService } from '#kit/web-service'
import type { Identities } from './identities.ts'
import { sendPage } from './interactions.ts'
import * as pages from './pages.ts'

/** The sign-in that somebody came from, if any; the pages lead back to it. */
const Start = z.object({ interaction: z.string().default('') })
const Details = Start.extend({
  email: z.email(),
  name: z.string().min(1).max(200),
  password: z.string().min(8).max(200),
})
const Confirmation = Start.extend({ code: z.string() })

/** Creating an identity, and showing that its address is one's own. */
export function addSignUpRoutes(app: WebService, identities: Identities): void {
  app.get('/sign-up', { schema: { querystring: Start } }, async ({ query }, reply) =>
    sendPage(reply, pages.signUpPage(query.interaction)),
  )

  app.post('/sign-up', { schema: { body: Details } }, async ({ body }, reply) => {
    const { email, confirmationCode } = await identities.signUp(body)
    return sendPage(reply, pages.letterPage(email, confirmationCode, body.interaction))
  })

  app.post('/confirm', { schema: { body: Confirmation } }, async ({ body }, reply) => {
    const identity = await identities.confirm(body.code)
    if (!identity) return sendPage(reply.code(400), pages.troublePage('This letter is unknown.'))
    return sendPage(reply, pages.confirmedPage(identity.email, body.interaction))
  })
}
