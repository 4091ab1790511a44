import type { DataTable } from '@cucumber/cucumber'
import { onePerson } from '#promises/authentication/identity.checks'
import {
  accountUntouched,
  addressTaken,
  mistakesRefused,
  sessionOpened,
} from '#promises/authentication/registration.checks'
import { accountState } from '#promises/shared/account'
import { whoIsThis } from '#promises/authentication/identity'
import { logInsAt, openedSession, tryMistakes, tryToTakeAddress } from '#promises/authentication/registration'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

Given('{user} is new here', async function (newcomer: Person) {
  ;(await newcomer.auth.login(newcomer.registration)).mustBe(401)
})

Given('{user} has an account with a password', async function (person: Person) {
  await person.register()
})

Given('{user} and {user} have accounts of their own', async function (first: Person, second: Person) {
  await Promise.all([first.register(), second.register()])
})

When('{user} registers', async function (newcomer: Person) {
  await newcomer.register()
})

Then('{user} is the same person wherever she is asked who she is', async function (person: Person) {
  await person.device.connect()
  const { email } = person.registration
  await this.judge(
    sessionOpened(email, openedSession(person.device)),
    onePerson('AUTH-1.one-identity-everywhere', email, await whoIsThis(person, person.device)),
  )
})

Then(
  "{user} cannot register {user}'s address, however it is spelled",
  async function (intruder: Person, owner: Person) {
    const before = await accountState(owner)
    const attempts = await tryToTakeAddress(intruder, owner)
    const lookAgain = async () => ({
      after: await accountState(owner),
      logIns: await logInsAt(owner, intruder),
    })
    await this.judge(
      addressTaken(attempts, `${owner.name} herself is in`),
      accountUntouched(owner.device.session.userId, before, lookAgain),
    )
  },
)

Then(
  "{user}'s registration is refused with a reason, and leaves nothing behind, when",
  async function (person: Person, mistakes: DataTable) {
    await this.judge(...mistakesRefused(await tryMistakes(person, mistakes.raw().flat())))
  },
)
