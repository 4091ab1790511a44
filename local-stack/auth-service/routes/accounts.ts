import { z } from 'zod'
import { Refusal } from '#kit/refusal'
import type { WebService } from '#kit/web-service'
import type { Account } from '../accounts.ts'
import { MEMBER_PERMISSIONS } from '../membership.ts'
import type { AuthParts } from '../parts.ts'
import type { TokenPair } from '../sign-ins.ts'

/** An address and a name, as every way of becoming a member takes them. */
export const PersonDetails = z.object({
  email: z.email().max(254),
  name: z.string().min(1).max(200).optional(),
})
const Registration = PersonDetails.extend({ password: z.string().max(200) })
const Credentials = z.object({ email: z.string(), password: z.string() })

/** Registration and signing in with a password. */
export function addAccountRoutes(app: WebService, parts: AuthParts): void {
  app.post('/auth/register', { schema: { body: Registration } }, async ({ body }) => {
    const fault = parts.passwordRule(body.password, body.email)
    if (fault) throw new Refusal(422, 'VALIDATION_ERROR', fault)
    const account = await parts.accounts.add({
      email: body.email,
      name: body.name ?? body.email,
      permissions: MEMBER_PERMISSIONS,
      authProvider: 'password',
      passwordHash: await parts.passwords.hash(body.password),
    })
    if (!account) throw new Refusal(409, 'USER_EXISTS', 'User already exists')
    return sessionAnswer(account, await parts.signIns.open(account))
  })

  app.post('/auth/login', { schema: { body: Credentials } }, async ({ body }) => {
    const key = parts.addressKey(body.email)
    await parts.loginThrottle.admit(key)
    const account = await parts.accounts.byEmail(body.email)
    const genuine = await parts.passwords.verify(body.password, account?.passwordHash ?? undefined)
    if (!account || !genuine) {
      await parts.loginThrottle.failed(key)
      throw new Refusal(401, 'INVALID_CREDENTIALS', 'Invalid credentials')
    }
    await parts.loginThrottle.succeeded(key)
    return sessionAnswer(account, await parts.signIns.open(account))
  })
}

/** The body that register, login and the simulation door have in common. */
export function sessionAnswer({ id, email, name }: Account, tokens: TokenPair): object {
  return { ...tokens, user: { id, email, name } }
}
