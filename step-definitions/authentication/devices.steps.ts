import { renewEverywhere } from '#promises/authentication/branches'
import {
  closeOfSignedOut,
  createThreadEverywhere,
  otherDevices,
  ownThreads,
  refreshSignedOut,
  renewOthers,
  signInEverywhere,
  signOut,
  trySignedOut,
  viewsOf,
  whoOnEveryDevice,
} from '#promises/authentication/devices'
import {
  devicesGoOn,
  sessionsDistinct,
  signedOutEverywhere,
  threadsShared,
} from '#promises/authentication/devices.checks'
import { onePerson } from '#promises/authentication/identity.checks'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

/** Registers, and signs in on so many devices at once, each with a live line of its own. */
Given(
  '{user} has signed in on {count} devices at the same moment',
  async function (person: Person, count: number) {
    await signInEverywhere(person, count)
    this.judge(sessionsDistinct(person.devices.map(({ session }) => session)))
  },
)

/** One conversation on each, all at once. */
Given('{user} has begun a conversation on each device', async function (person: Person) {
  await createThreadEverywhere(person)
})

/** Renews on each, and has one line there that was told of it, and one that was not. */
Given(
  '{user} has renewed her/his/their session on each device, and has two lines there',
  async function (person: Person) {
    await renewEverywhere(person)
  },
)

/** Everybody who says who she is says the same on each device, and each lists the conversations of all. */
Given(
  'each device shows the same {user} and all her/his/their conversations',
  async function (person: Person) {
    const statements = await this.observe(() => whoOnEveryDevice(person))
    const views = await this.observe(() => viewsOf(person))
    this.judge(
      onePerson('same-person-on-every-device', person.registration.email, statements),
      threadsShared(ownThreads(person), views),
    )
  },
)

/** Signs out there. */
When('{user} signs out on the {ordinal} device', async function (person: Person, index: number) {
  await signOut(person, index, this.scenario)
})

/** No pass that it had opens anything, it cannot renew, and its lines were closed in the promised time. */
Then(
  "{user}'s {ordinal} device is shut out everywhere at once",
  async function (person: Person, index: number) {
    const access = await this.observe(() => trySignedOut(person, index))
    const refresh = await this.observe(() => refreshSignedOut(person, index), 'logout-revokes-refresh')
    const close = await this.observe(() => closeOfSignedOut(person, index), 'logout-closes-live')
    const limit = this.scenario.limitOf('connectionClose')
    this.judge(...signedOutEverywhere({ access, refresh, close }, limit))
  },
)

/** They open every door, answer, show every conversation, and can renew. */
Then("{user}'s other devices go on as before", async function (person: Person) {
  const control = 'the device that was signed out is shut out'
  const views = await this.observe(() => viewsOf(person, otherDevices(person)))
  const afterRenewal = await this.observe(() => renewOthers(person))
  this.judge(
    devicesGoOn('others-go-on', ownThreads(person), views, control),
    devicesGoOn('others-renew', ownThreads(person), afterRenewal, control),
  )
})
