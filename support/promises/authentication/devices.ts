import { contextOf } from '#clients/authentication'
import { LIMITS } from '#contract/limits'
import { FeatureFault } from '#errors/feature-fault'
import { tryAccessPoints, tryEveryAccessPoint, tryMainAccessPoints } from '#promises/shared/access-points'
import type { AccessTrial } from '#promises/shared/access-points.checks'
import { worstCloseSince } from '#promises/shared/connection-end'
import type { ClosedConnection } from '#promises/shared/connection-end.checks'
import { answersPing } from '#world/ping'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { branchOf } from './branches.ts'
import type { DeviceView } from './devices.checks.ts'
import type { IdentityStatement } from './identity.checks.ts'
import { whoIsThis } from './identity.ts'
import { refreshTokenOf } from './renewal.ts'
import { renewBesideSignOut } from './sign-out-race.ts'
import { authenticationOf } from './state.ts'

/** A device that was signed out. */
export interface SignOut {
  readonly device: Device
  /** Before the call was sent: milliseconds on the process's clock. */
  readonly askedAt: number
}

const FEWEST_DEVICES = 2

/** Signs in on that many devices at the same moment, each with its own connection. @throws {FeatureFault} for a single one */
export async function signInEverywhere(person: Person, count: number): Promise<void> {
  if (count < FEWEST_DEVICES)
    throw new FeatureFault(`${count} device cannot be told from any other: say ${FEWEST_DEVICES} or more`)
  await person.register()
  const devices = Array.from({ length: count }, (_, index) => person.devices[index] ?? person.addDevice())
  const sessions = await Promise.all(devices.map(() => person.auth.mustLogin(person.registration)))
  for (const [index, session] of sessions.entries()) devices[index]?.adopt(contextOf(session, 'password'))
  await Promise.all(devices.map((device) => device.connect()))
  // Elsewhere, too: as many sessions as she may have lines.
  for (let more = count; more < LIMITS.connections; more += 1)
    await person.auth.mustLogin(person.registration)
}

/** Creates a thread on each device, all at the same moment. @throws {UnexpectedAnswer} */
export async function createThreadEverywhere({ devices, marker }: Person): Promise<void> {
  const create = (device: Device, index: number): Promise<unknown> =>
    device.createThread(`Begun on device ${index + 1} of ${marker}`)
  await Promise.all(devices.map(create))
}

/** Ids of the threads that were created, one on each device. */
export function ownThreads({ devices }: Person): string[] {
  return devices.flatMap(({ context }) => context.threadId ?? [])
}

/** Who each device says its owner is. @throws {UnexpectedAnswer} */
export async function whoOnEveryDevice(person: Person): Promise<IdentityStatement[]> {
  const statements = await Promise.all(person.devices.map((device) => whoIsThis(person, device)))
  return statements.flatMap((own, index) =>
    own.map((statement) => ({ ...statement, where: `${statement.where} on device ${index + 1}` })),
  )
}

/** What these devices show, and where their tokens are accepted. @throws {UnexpectedAnswer} */
export function viewsOf(person: Person, devices: readonly Device[] = person.devices): Promise<DeviceView[]> {
  return Promise.all(devices.map((device) => viewOf(person, device)))
}

async function viewOf(person: Person, device: Device): Promise<DeviceView> {
  const [attempts, { threads, total }] = await Promise.all([
    tryMainAccessPoints(person, { token: device.session.accessToken }),
    device.backend.mustThreads(),
  ])
  return {
    device: `device ${person.devices.indexOf(device) + 1}`,
    attempts,
    connectionAnswers: (
      await Promise.all([device.connection, branchOf(person, device).earlierLine].map(answersPing))
    ).every(Boolean),
    threads: threads.map(({ id }) => id).sort(),
    total,
  }
}

/** Signs out on one device, by what it had before it was renewed where that is still good. @param index of the device @throws {FeatureFault | UnexpectedAnswer} */
export async function signOut(person: Person, index: number, { faults }: Scenario): Promise<void> {
  const device = person.devices[index]
  if (!device) throw new FeatureFault(`${person.name} has ${person.devices.length} devices: say one of these`)
  faults.expectClose(device.connection.number)
  faults.expectClose(branchOf(person, device).earlierLine.number)
  const askedAt = performance.now()
  const answer = await person.auth.logout(branchOf(person, device).earlier.accessToken)
  // Who has renewed may have nothing left but what that gave.
  if (answer.status === 401) (await person.auth.logout(device.session.accessToken)).mustBe(200)
  else answer.mustBe(200)
  authenticationOf(person).signOut.set({ device, askedAt })
}

/** The device that was signed out. @param index that the feature says it has @throws {FeatureFault | StepTooEarly} */
function signedOut(person: Person, index: number): SignOut {
  const signOut = authenticationOf(person).signOut.get()
  if (person.devices[index] === signOut.device) return signOut
  throw new FeatureFault('another device was signed out: say that one')
}

/** The devices that were not signed out. @throws {StepTooEarly} */
export function otherDevices(person: Person): Device[] {
  const { device } = authenticationOf(person).signOut.get()
  return person.devices.filter((other) => other !== device)
}

/** Tries the token of the signed-out device everywhere, and that of another device. */
export async function trySignedOut(person: Person, index: number): Promise<AccessTrial> {
  const { device } = signedOut(person, index)
  const [other] = otherDevices(person)
  const attempts = await Promise.all([
    tryEveryAccessPoint(person, { token: device.session.accessToken }),
    tryAccessPoints(person, { token: branchOf(person, device).earlier.accessToken }),
  ])
  return {
    attempts: attempts.flat(),
    control: other ? await tryAccessPoints(person, { token: other.session.accessToken }) : [],
  }
}

/** Tries to renew the session of the signed-out device, with what it had and before. @throws {NotTestable} where there is nothing */
export async function refreshSignedOut(person: Person, index: number): Promise<Attempt[]> {
  const { device } = signedOut(person, index)
  const { earlier } = branchOf(person, device)
  const [now, before] = [refreshTokenOf(device), refreshTokenOf({ session: earlier })]
  const answers = await Promise.all([person.auth.refresh(now), person.auth.refresh(before)])
  const words = ['its means of renewal', 'the one before it']
  const own = answers.map((answer, place) => attemptOf(words[place] ?? '', answer))
  return [...own, ...(await renewBesideSignOut(person))]
}

/** Waits for the platform to close the connections of the signed-out device. @throws {NotObserved} */
export function closeOfSignedOut(person: Person, index: number): Promise<ClosedConnection> {
  const { device, askedAt } = signedOut(person, index)
  return worstCloseSince([device.connection, branchOf(person, device).earlierLine], askedAt)
}

/** Renews the sessions of the devices that were not signed out, and looks at them again. @throws {UnexpectedAnswer} */
export async function renewOthers(person: Person): Promise<DeviceView[]> {
  const others = otherDevices(person)
  for (const device of others) device.renew(await person.auth.mustRefresh(refreshTokenOf(device)))
  return viewsOf(person, others)
}
