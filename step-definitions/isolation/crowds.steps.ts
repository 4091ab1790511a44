import {
  devicesAgree,
  everyConnectionAnswers,
  everyConnectionTellsItsOwner,
  foreignResumeGivesNothing,
} from '#promises/isolation/concurrent-runs.checks'
import {
  eachReadsHerself,
  everybodyIsSomebodyElse,
  tokenOpensNoOther,
} from '#promises/isolation/crowd.checks'
import {
  answeredFromOwnFigures,
  eachHearsAllOfHerOwn,
  nothingRemembered,
} from '#promises/isolation/agent-context.checks'
import { askConcurrently, deviceEventsOf, watchTwice } from '#promises/isolation/concurrent-runs'
import { newcomers, readHerselves, signInTogether } from '#promises/isolation/crowd'
import { resumeForeign } from '#promises/isolation/foreign-resumes'
import { tryEachOther } from '#promises/isolation/intrusion'
import { askTheSame, ownAnswers, recollections, observedWorks } from '#promises/isolation/agent-context'
import { watchTogether } from '#promises/shared/watchers'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

Given('{people} who have nothing to do with each other', function (_people: readonly Person[]) {
  // They are there; nothing is known of them yet.
})

Given('{people}, each watching a new conversation', async function (people: readonly Person[]) {
  await watchTogether(people)
})

Given('{people}, each watching on two devices', async function (people: readonly Person[]) {
  await Promise.all(people.map(watchTwice))
})

When('they all sign in at the same moment', async function () {
  await signInTogether(this.crowd)
})

When('they all ask the same at the same moment, each about her own figures', async function () {
  await askTheSame(this.crowd)
})

When('each of them asks for several things at once, and loses one of her lines meanwhile', async function () {
  await askConcurrently(this.crowd, this.scenario)
})

Then('each of them is somebody else, with a session of her own', async function () {
  await this.judge(everybodyIsSomebodyElse(() => newcomers(this.crowd)))
})

Then('each of them, reading at the same moment, is told of nobody but herself', async function () {
  await this.judge(eachReadsHerself(() => readHerselves(this.crowd)))
})

Then("nobody's pass opens what is another's", async function () {
  await this.judge(tokenOpensNoOther(() => tryEachOther(this.crowd)))
})

Then("each of them is told all of her own work, and nothing of another's", async function () {
  await this.judge(eachHearsAllOfHerOwn(() => observedWorks(this.crowd, this.scenario)))
})

Then("each of them is answered from her own figures, and from nobody else's", async function () {
  await this.judge(answeredFromOwnFigures(() => ownAnswers(this.crowd)))
})

Then('what one of them has told the agents is known to none of the others', async function () {
  await this.judge(nothingRemembered(() => recollections(this.crowd, this.scenario)))
})

Then(
  "every line has told all of its owner's work and nothing else, once and in order, on both devices alike",
  async function () {
    const stories = deviceEventsOf(this.crowd, this.scenario)
    await this.judge(
      everyConnectionTellsItsOwner(() => stories),
      devicesAgree(() => stories),
    )
  },
)

Then('every line still answers when all is over', async function () {
  await this.judge(everyConnectionAnswers(() => deviceEventsOf(this.crowd, this.scenario)))
})

Then("nobody is told what is another's for asking to be told it again", async function () {
  await this.judge(foreignResumeGivesNothing(() => resumeForeign(this.crowd, this.scenario)))
})
