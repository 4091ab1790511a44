import type { Person } from '#world/person'
import { Given, When } from '#world/steps'

/** Nobody has an account by this address yet. */
Given('{user} is new here', async function (newcomer: Person) {
  ;(await newcomer.auth.login(newcomer.registration)).mustBe(401)
})

/** Registers, and is signed in on a first device. */
Given('{user} has an account with a password', async function (person: Person) {
  await person.register()
})

/** The same for both, at the same moment. */
Given('{user} and {user} have accounts of their own', async function (first: Person, second: Person) {
  await Promise.all([first.register(), second.register()])
})

/** Registers by the public front door, and is signed in. */
When('{user} registers', async function (newcomer: Person) {
  await newcomer.register()
})
