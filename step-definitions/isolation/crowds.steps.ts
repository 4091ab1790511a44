import {
  answeredFromOwnFigures,
  eachHearsAllOfHerOwn,
  nothingRemembered,
} from '#promises/isolation/agent-context.checks'
import { askTheSame, observedWorks, ownAnswers, recollections } from '#promises/isolation/agent-context'
import {
  devicesAgree,
  everyConnectionAnswers,
  everyConnectionTellsItsOwner,
  foreignResumeGivesNothing,
} from '#promises/isolation/concurrent-runs.checks'
import { askConcurrently, deviceEventsOf, watchTwice } from '#promises/isolation/concurrent-runs'
import {
  eachReadsHerself,
  everybodyIsSomebodyElse,
  tokenOpensNoOther,
} from '#promises/isolation/crowd.checks'
import { asItHasToBe } from '#promises/shared/facts.checks'
import { newcomers, readSelves, renewTogether, signInTogether, tryEachOther } from '#promises/isolation/crowd'
import { resumeForeign } from '#promises/isolation/foreign-resumes'
import { watchTogether } from '#promises/shared/watchers'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

/** They are there; nothing is known of them yet. */
Given('{people} who have nothing to do with each other', function (_people: readonly Person[]) {})

/** Each signs in and opens a line, with a conversation begun. */
Given('{people}, each watching a new conversation', async function (people: readonly Person[]) {
  await watchTogether(people)
})

/** Each signs in, and opens a line on two devices of one session. */
Given('{people}, each watching on two devices', async function (people: readonly Person[]) {
  await Promise.all(people.map(watchTwice))
})

/** Each signs in, and begins a conversation. */
When('they all sign in at the same moment', async function () {
  await signInTogether(this.crowd)
})

/** Each also gives her workload a name that only the agents are told. */
When('they all ask the same at the same moment, each about her/his/their own figures', async function () {
  await askTheSame(this.crowd)
})

/** Each asks two questions; one line is cut after the first words, comes back, and asks for what it has missed. */
When(
  'each of them asks for several things at once, and loses one of her/his/their lines meanwhile',
  async function () {
    await askConcurrently(this.crowd, this.scenario)
  },
)

/** No two share an identity, a session or a pass, every pass names its owner; and so it is when all have renewed at once. */
Then('each of them is somebody else, with a session of her/his/their own', async function () {
  this.judge(everybodyIsSomebodyElse(await this.observe(() => newcomers(this.crowd))))
  const renewed = await this.observe(() => renewTogether(this.crowd))
  this.judge(asItHasToBe('renewed-as-herself', 'each of them herself, as before', renewed))
})

/** Account, profile and conversations, read by everybody at once, are the reader's own. */
Then(
  'each of them, reading at the same moment, is told of nobody but herself/himself/themselves',
  async function () {
    this.judge(eachReadsHerself(await this.observe(() => readSelves(this.crowd))))
  },
)

/** Everybody tries everybody else's conversation and profile, while its owner can open it. */
Then("nobody's pass, tried on what is another's, opens it", async function () {
  this.judge(tokenOpensNoOther(await this.observe(() => tryEachOther(this.crowd))))
})

/** Every word that is on record, and not one of another's, on a line that still answers. */
Then("each of them is told all of her/his/their own work, and nothing of another's", async function () {
  this.judge(eachHearsAllOfHerOwn(await this.observe(() => observedWorks(this.crowd, this.scenario))))
})

/** Her own workload and its cost stand in the answer, and no other's. */
Then("each of them is answered from her/his/their own figures, and from nobody else's", async function () {
  this.judge(answeredFromOwnFigures(await this.observe(() => ownAnswers(this.crowd))))
})

/** Each asks about another's workload by the name that only its owner has told the agents; then its owner does. */
Then('what one of them has told the agents is known to none of the others who ask for it', async function () {
  this.judge(nothingRemembered(await this.observe(() => recollections(this.crowd, this.scenario))))
})

/** On each device: every word that is on record, once, without gaps, and not one of another's. */
Then(
  "every line has told all of its owner's work and nothing else, once and in order, on both devices alike",
  async function () {
    const seen = await this.observe(() => deviceEventsOf(this.crowd, this.scenario))
    this.judge(everyConnectionTellsItsOwner(seen), devicesAgree(seen))
  },
)

/** Every line that is open answers once more. */
Then('every line still answers when all is over', async function () {
  this.judge(everyConnectionAnswers(await this.observe(() => deviceEventsOf(this.crowd, this.scenario))))
})

/** Each asks to be told again what is another's, and is refused; then what is her own, and is told. */
Then("nobody is told what is another's for asking to be told it again", async function () {
  const seen = await this.observe(() => resumeForeign(this.crowd, this.scenario), 'resume')
  this.judge(foreignResumeGivesNothing(seen))
})
