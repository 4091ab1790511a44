import { contextOf } from '#clients/authentication'
import type { DeviceView, SessionMarks, SignedOut } from './devices.checks.ts'
import type { IdentityStatement } from './identity.checks.ts'
import { seconds } from '#waiting/duration'
import type { Device } from '#world/device'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { tryAccessPoints, tryMainAccessPoints } from '#promises/shared/access-points'
import { whoIsThis } from './identity.ts'
import { answersPing } from '#promises/shared/ping'
import { refreshTokenOf } from './renewal.ts'

/** The contract's two seconds, and what it takes to notice. */
const LINE_END = seconds(4)

/** The device that was signed out. */
export const SIGNED_OUT = topic<Device>('signed out anywhere')

/** Signs in on that many devices at the same moment, each with its own line. */
export async function signInEverywhere(person: Person, count: number): Promise<void> {
  await person.register()
  const devices = Array.from({ length: count }, (_, index) => person.devices[index] ?? person.addDevice())
  const sessions = await Promise.all(devices.map(() => person.auth.mustLogin(person.registration)))
  for (const [index, session] of sessions.entries()) devices[index]?.adopt(contextOf(session, 'password'))
  await Promise.all(devices.map((device) => device.connect()))
}

export async function createThreadEverywhere({ devices, marker }: Person): Promise<void> {
  const begin = (device: Device, index: number): Promise<unknown> =>
    device.createThread(`Begun on device ${index + 1} of ${marker}`)
  await Promise.all(devices.map(begin))
}

export function sessionMarks({ devices }: Person): SessionMarks[] {
  return devices.map(({ session }) => ({
    userId: session.userId,
    tokenId: session.claims.jti,
    accessToken: session.accessToken,
    refreshToken: refreshTokenOf({ session }),
  }))
}

/** Ids of the conversations that were begun, one on each device. */
export function ownThreads({ devices }: Person): string[] {
  return devices.flatMap(({ context }) => context.threadId ?? [])
}

/** Who each device says its owner is. */
export async function whoOnEveryDevice(person: Person): Promise<IdentityStatement[]> {
  const sightings = await Promise.all(person.devices.map((device) => whoIsThis(person, device)))
  return sightings.flatMap((own, index) =>
    own.map((sighting) => ({ ...sighting, where: `${sighting.where} on device ${index + 1}` })),
  )
}

/** What these devices show, and what they still open. */
export function viewsOf(person: Person, devices: readonly Device[] = person.devices): Promise<DeviceView[]> {
  return Promise.all(
    devices.map(async (device) => {
      const [doors, { threads, total }] = await Promise.all([
        tryMainAccessPoints(person, { token: device.session.accessToken }),
        device.backend.mustThreads(),
      ])
      return {
        device: `device ${person.devices.indexOf(device) + 1}`,
        doors,
        lineAnswers: await answersPing(device.connection),
        conversations: threads.map(({ id }) => id).sort(),
        total,
      }
    }),
  )
}

/** The devices that were not signed out. */
export function otherDevices({ devices, memory }: Person): Device[] {
  return devices.filter((device) => device !== memory.recall(SIGNED_OUT))
}

export async function signOut(person: Person, index: number): Promise<void> {
  const device = person.devices[index]
  if (!device) throw new Error(`${person.name} has no device ${index + 1}`)
  ;(await person.auth.logout(device.session.accessToken)).mustBe(200)
  person.memory.note(SIGNED_OUT, device)
}

/** Tries everything that the signed-out device had, and the same with another one. */
export async function trySignedOut(person: Person, scenario: Scenario): Promise<SignedOut> {
  const { session, connection } = person.memory.recall(SIGNED_OUT)
  const [other] = otherDevices(person)
  scenario.faults.expectClose(connection.number)
  const doors = await tryAccessPoints(person, { token: session.accessToken })
  const { status, text } = await person.auth.refresh(refreshTokenOf({ session }))
  return {
    doors,
    renewal: { what: 'its means of renewal', status, text },
    lineEnd: async () => (await connection.mustClose(LINE_END)).code,
    control: other ? await tryAccessPoints(person, { token: other.session.accessToken }) : [],
  }
}

/** Renews the sessions of the devices that were not signed out, and looks at them again. */
export async function renewOthers(person: Person): Promise<DeviceView[]> {
  const others = otherDevices(person)
  for (const device of others) device.renew(await person.auth.mustRefresh(refreshTokenOf(device)))
  return viewsOf(person, others)
}
