import {
  threadsShared,
  devicesGoOn,
  sessionsDistinct,
  signedOutEverywhere,
} from '#promises/authentication/devices.checks'
import { onePerson } from '#promises/authentication/identity.checks'
import {
  createThreadEverywhere,
  otherDevices,
  ownThreads,
  renewOthers,
  sessionMarks,
  signInEverywhere,
  signOut,
  trySignedOut,
  viewsOf,
  whoOnEveryDevice,
} from '#promises/authentication/devices'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

Given('{user} has signed in on three devices at the same moment', async function (person: Person) {
  await signInEverywhere(person, 3)
  await this.judge(sessionsDistinct(sessionMarks(person)))
})

Given('{user} has begun a conversation on each device', async function (person: Person) {
  await createThreadEverywhere(person)
})

Given('each device shows the same {user} and all her conversations', async function (person: Person) {
  const sightings = await whoOnEveryDevice(person)
  await this.judge(
    onePerson('AUTH-4.same-person-on-every-device', person.registration.email, sightings),
    threadsShared(ownThreads(person), await viewsOf(person)),
  )
})

When('{user} signs out on the {ordinal} device', async function (person: Person, index: number) {
  await signOut(person, index)
})

Then(
  "{user}'s {ordinal} device is shut out everywhere at once",
  async function (person: Person, _index: number) {
    await this.judge(...signedOutEverywhere(await trySignedOut(person, this.scenario)))
  },
)

Then("{user}'s other devices go on as before", async function (person: Person) {
  const own = ownThreads(person)
  const control = 'the device that was signed out is shut out'
  await this.judge(
    devicesGoOn('AUTH-4.others-go-on', own, () => viewsOf(person, otherDevices(person)), control),
    devicesGoOn('AUTH-4.others-renew', own, () => renewOthers(person), control),
  )
})
