import { goneForGood, connectionKeepsItsOwner } from '#promises/isolation/departure.checks'
import { listsBetrayNothing, ownerFieldsIgnored } from '#promises/isolation/listings.checks'
import {
  foreignAnsweredAsUnknown,
  noAddressLeftOut,
  nothingHasChanged,
} from '#promises/isolation/trespass.checks'
import { leaveForGood, reauthenticateAsAnother } from '#promises/isolation/departure'
import { routeLists } from '#promises/isolation/route-lists'
import { isUntouched, settleIn } from '#promises/isolation/owned-resources'
import { actInAnothersName } from '#promises/isolation/false-owners'
import { listEverything } from '#promises/isolation/listings'
import { TRESPASSES, trespassEverywhere } from '#promises/isolation/trespass'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

Given(
  '{people}, each with conversations and an answer of her own',
  async function (people: readonly Person[]) {
    await Promise.all(people.map(settleIn))
  },
)

When('each of them tries all that there is to do with what the others have', async function () {
  this.crowdMemory.note(TRESPASSES, await trespassEverywhere(this.crowd, this.scenario))
})

Then("what is another's is answered just as what does not exist", async function () {
  await this.judge(foreignAnsweredAsUnknown(() => this.crowdMemory.recall(TRESPASSES)))
})

Then("nothing of anybody's has changed", async function () {
  const estates = this.crowd.map(async (person) => ({
    name: person.name,
    isUntouched: await isUntouched(person),
  }))
  await this.judge(nothingHasChanged(() => Promise.all(estates)))
})

Then('no list, search or total betrays anything of another', async function () {
  await this.judge(listsBetrayNothing(() => listEverything(this.crowd)))
})

Then("nobody can act in another's name by saying so, or by showing another's pass", async function () {
  const [maker, other] = this.crowd
  await this.judge(
    ownerFieldsIgnored(() => actInAnothersName(maker, other)),
    connectionKeepsItsOwner(() => reauthenticateAsAnother(maker, other, this.scenario)),
  )
})

Then('when one of them is gone for good, her pass and what she had open nothing', async function () {
  const [somebody, ...others] = this.crowd
  await this.judge(goneForGood(() => leaveForGood(somebody, others, this.scenario)))
})

Then('nothing that the platform offers was left out', async function () {
  const [, last] = this.crowd
  await this.judge(noAddressLeftOut(() => routeLists(last)))
})
