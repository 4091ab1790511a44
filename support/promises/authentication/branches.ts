import type { LiveConnection } from '#clients/live-connection'
import type { Session } from '#clients/session'
import { StepTooEarly } from '#errors/feature-fault'
import { goOnUnder } from '#promises/shared/short-lived-token'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import { refreshTokenOf } from './renewal.ts'
import { authenticationOf } from './state.ts'

/** What grew from a sign-in on one device, besides what it has now. */
export interface Branch {
  readonly device: Device
  /** Before it was renewed. */
  readonly earlier: Session
  /** Opened before that, and never told of it. */
  readonly earlierLine: LiveConnection
}

/** Renews the session of each device; one line there is told of it, and the other lives by the earlier token. @throws {UnexpectedAnswer | NoConnection} */
export async function renewEverywhere(person: Person): Promise<void> {
  const renewal = async (device: Device): Promise<Branch> => {
    const earlier = device.session
    const earlierLine = device.connection
    const renewedLine = await device.connect({ by: 'subprotocol' })
    device.renew(await person.auth.mustRefresh(refreshTokenOf(device)))
    await goOnUnder(renewedLine, device.session.accessToken)
    return { device, earlier, earlierLine }
  }
  authenticationOf(person).branches.set(await Promise.all(person.devices.map(renewal)))
}

/** What grew from the sign-in on a device. @throws {StepTooEarly} */
export function branchOf(person: Person, device: Device): Branch {
  const branch = authenticationOf(person)
    .branches.get()
    .find((each) => each.device === device)
  if (branch) return branch
  throw new StepTooEarly('{user} has renewed her session on each device, and has two lines there')
}
