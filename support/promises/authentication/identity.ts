import type { Device } from '#world/device'
import type { Person } from '#world/person'
import type { IdentityStatement } from './identity.checks.ts'

/**
 * Asks everywhere who this is: what was said at sign-in, the token, both services, and the live connection, which
 * is opened where there is none.
 *
 * @throws {UnexpectedAnswer | NoConnection}
 */
export async function whoIsThis({ auth, offers }: Person, device: Device): Promise<IdentityStatement[]> {
  if (!device.isConnected) await device.connect()
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
    validation.valid
      ? { where: 'validation', userId: validation.user_id, email: validation.email }
      : { where: 'validation', userId: `nobody: ${validation.error}` },
    { where: 'the profile', userId: profile.user_id, email: profile.email },
    ...(offers.has('live-identity') ? [{ where: 'the live line', userId: device.welcomedAs }] : []),
  ]
}
