import { BadSettings, type Environment } from './environment.ts'

const ADDRESSES = ['STAGING_AUTH_URL', 'STAGING_BACKEND_URL', 'STAGING_FRONTEND_URL', 'STAGING_WEBSOCKET_URL']
const KNOWN = [...ADDRESSES, 'STAGING_CAPABILITIES', 'STAGING_EDGE']

/**
 * Refuses what would lead to another platform than was meant: some of the four addresses, so that the others are
 * those of the file in `targets/`, and a setting that there is not.
 *
 * @throws {BadSettings}
 */
export function refuseOddSettings(environment: Environment): void {
  const given = Object.keys(environment).filter(
    (name) => name.startsWith('STAGING_') && environment[name] !== '',
  )
  const unknown = given.find((name) => !KNOWN.includes(name))
  if (unknown !== undefined)
    throw new BadSettings(`${unknown} is no setting: there are ${KNOWN.join(', ')} (see .env.example)`)
  const missing = ADDRESSES.filter((name) => !given.includes(name))
  if (missing.length > 0 && missing.length < ADDRESSES.length)
    throw new BadSettings(
      `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not set: set all four addresses, or none of them where the target's file has them (see .env.example)`,
    )
}
