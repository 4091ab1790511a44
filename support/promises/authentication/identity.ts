import type { IdentityStatement } from './identity.checks.ts'
import type { Device } from '#world/device'
import type { Person } from '#world/person'

/** Asks everywhere who this is: what was said at sign-in, the pass, both services, and the live line. */
export async function whoIsThis({ auth }: Person, device: Device): Promise<IdentityStatement[]> {
  const { claims, statedUser, accessToken } = device.session
  const [me, profile, validation] = await Promise.all([
    auth.mustMe(accessToken),
    device.backend.mustProfile(),
    auth.mustValidate(accessToken),
  ])
  return [
    ...(statedUser
      ? [{ where: 'the answer at sign-in', userId: statedUser.id, email: statedUser.email }]
      : []),
    { where: 'the pass', userId: claims.sub, email: claims.email },
    { where: 'the auth service', userId: me.user_id, email: me.email },
    {
      where: 'validation',
      ...(validation.valid ? seen(validation) : { userId: `nobody: ${validation.error}` }),
    },
    { where: 'the profile', userId: profile.user_id, email: profile.email },
    { where: 'the live line', userId: device.welcomedAs },
  ]
}

function seen({
  user_id: userId,
  email,
}: {
  user_id: string
  email: string
}): Omit<IdentityStatement, 'where'> {
  return { userId, email }
}
