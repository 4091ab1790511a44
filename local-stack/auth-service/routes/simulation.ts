import { z } from 'zod'
import { Refusal } from '#kit/refusal'
import type { WebService } from '#kit/web-service'
import { MEMBER_PERMISSIONS } from '../membership.ts'
import type { AuthParts } from '../parts.ts'
import { PersonDetails } from '../registration.ts'
import { sessionAnswer } from './accounts.ts'

const SimulatedLogin = PersonDetails.extend({ permissions: z.array(z.string()).optional() })

/** The door for tests: a sign-in as the outside provider would give it. Registered outside production only. */
export function addSimulationRoute(app: WebService, parts: AuthParts): void {
  const checkKey = (given: string | string[] | undefined): void => {
    if (parts.simulationKeyCheck(typeof given === 'string' ? given : undefined)) return
    throw new Refusal(401, 'INVALID_KEY', given ? 'Invalid E2E bypass key' : 'E2E bypass key required')
  }
  app.route({
    method: 'POST',
    url: '/auth/e2e/test-auth',
    schema: { body: SimulatedLogin },
    preValidation: async ({ headers }) => checkKey(headers['x-e2e-bypass-key']),
    handler: async ({ body }) => {
      const wanted = body.permissions ?? [...MEMBER_PERMISSIONS]
      const permissions = MEMBER_PERMISSIONS.filter((permission) => wanted.includes(permission))
      const account = await parts.membership.ofSimulation(body.email, body.name ?? body.email, permissions)
      if (!account) throw new Refusal(409, 'USER_EXISTS', 'User already exists')
      const answer = sessionAnswer(account, await parts.signIns.open(account))
      const { id, email, name } = account
      return { ...answer, user: { id, email, name, permissions: account.permissions, oauth_simulated: true } }
    },
  })
}
