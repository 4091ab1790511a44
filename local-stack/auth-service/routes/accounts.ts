import { z } from 'zod'
import { Refusal } from '#kit/refusal'
import type { WebService } from '#kit/web-service'
import type { Account } from '../accounts.ts'
import { MEMBER_PERMISSIONS } from '../membership.ts'
import type { AuthParts } from '../parts.ts'
import type { TokenPair } from '../sign-ins.ts'

const Credentials = z.object({ email: z.string(), password: z.string() })
type Credentials = z.output<typeof Credentials>

/** Registration and signing in with a password. */
export function addAccountRoutes(app: WebService, parts: AuthParts): void {
  app.post('/auth/register', async (request) => {
    const body = await parts.registrationReader(request.body)
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

  app.post('/auth/login', { schema: { body: Credentials } }, ({ body }) => {
    const key = parts.addressKey(body.email)
    return parts.loginThrottle.inTurn(key, () => logIn(body, key))
  })

  const logIn = async ({ email, password }: Credentials, key: string): Promise<object> => {
    await parts.loginThrottle.admit(key)
    const account = await parts.accounts.byEmail(email)
    const genuine = await parts.passwords.verify(password, account?.passwordHash ?? undefined)
    if (!account || !genuine) {
      await parts.loginThrottle.failed(key)
      throw new Refusal(401, 'INVALID_CREDENTIALS', 'Invalid credentials')
    }
    await parts.loginThrottle.succeeded(key)
    return sessionAnswer(account, await parts.signIns.open(account))
  }
}

/** The body that register, login and the simulation door have in common. */
export function sessionAnswer({ id, email, name }: Account, tokens: TokenPair): object {
  return { ...tokens, user: { id, email, name } }
}
