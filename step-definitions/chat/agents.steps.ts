import { seenAs } from '#expect/seen'
import { groundedAnswer, noFigureInvented } from '#promises/shared/answers.checks'
import { askedBy, askFor, observedRunOf, questionAndAnswer, runAndQuestions } from '#promises/shared/asking'
import { broadQuestion } from '#promises/shared/assignments'
import { honestAnswer, honestRecord, nextAnswered } from '#promises/chat/impossible-requests.checks'
import {
  askForTheImpossible,
  askOnAfterwards,
  impossibleRequestOf,
  recordOfRequest,
} from '#promises/chat/impossible-requests'
import { recordNamesWhoWorked, teamwork } from '#promises/chat/teamwork.checks'
import { compareTheCheapest, runWithRecord } from '#promises/chat/teamwork'
import { answerRestsOn, toolsCompute } from '#promises/chat/tools.checks'
import { askAboutUnknownModel } from '#promises/chat/unknown-model'
import { notPriced } from '#promises/chat/unknown-model.checks'
import { askForAllTheRoom } from '#promises/chat/room'
import { asItHasToBe } from '#promises/shared/facts.checks'
import type { Person } from '#world/person'
import { Then, When } from '#world/steps'

/** Asks a question that takes several tools, about a workload with figures of its own. */
When(
  '{user} asks how her/his/their workload is used, what it costs, and where it would cost less',
  async function (person: Person) {
    await askFor(person, broadQuestion(person))
  },
)

/** Asks for two things that nobody can do. */
When(
  '{user} asks to have a report read that does not exist, and mail sent to her/his/their contacts',
  async function (person: Person) {
    await askForTheImpossible(person, this.scenario)
  },
)

/** So many agents or more begin and end; triage is first, who reports is last, each begun by one at work. */
Then(
  '{user} is told of at least {count} agents besides the one in charge, each handed its part in good order',
  async function (person: Person, fewest: number) {
    this.judge(...teamwork(fewest, await this.observe(() => observedRunOf(person))))
  },
)

/** The record of what was asked last, compared with what was told of it. */
Then(
  "the record of {user}'s work names the same agents, and when it began and ended",
  async function (person: Person) {
    this.judge(recordNamesWhoWorked(await this.observe(() => runWithRecord(person))))
  },
)

/** So many tools or more are given the figures of what was asked last, and compute its cost. */
Then(
  "at least {count} tools compute on {user}'s own figures, and rightly",
  async function (fewest: number, person: Person) {
    const run = await this.observe(() => observedRunOf(person))
    await this.observe(() => compareTheCheapest(person))
    this.judge(...toolsCompute(fewest, askedBy(person).assignment, run))
  },
)

/** Something that each tool computed stands in the answer, and the right cost of the asker's own workload. */
Then(
  "{user}'s answer rests on what the tools computed, and nothing is invented",
  async function (person: Person) {
    const { assignment } = askedBy(person)
    const run = await this.observe(() => observedRunOf(person))
    const answer = seenAs(run, (ended) => questionAndAnswer(assignment, ended))
    const said = await this.observe(() => runAndQuestions(person))
    this.judge(
      answerRestsOn(assignment, run),
      groundedAnswer('answered-from-own-figures', answer),
      noFigureInvented('no-figure-invented', said),
    )
  },
)

/** The answer and the tools say of both things that they were not done, and no figure stands in for them. */
Then(
  '{user} is told that neither was done, and nothing is invented in their place',
  async function (person: Person) {
    const seen = await this.observe(() => impossibleRequestOf(person))
    this.judge(...honestAnswer(seen), noFigureInvented('no-figure-invented', seen))
  },
)

/** Asks what a workload costs on a model of no catalogue, in a conversation of its own. */
Then(
  'a model that does not exist is given no price when {user} asks for one',
  async function (person: Person) {
    this.judge(notPriced(await this.observe(() => askAboutUnknownModel(person, this.scenario))))
  },
)

/** The conversation and the record of the work say that it failed. */
Then("nothing unfinished of {user}'s is kept as if it were complete", async function (person: Person) {
  this.judge(...honestRecord(await this.observe(() => recordOfRequest(person))))
})

/** Asks something ordinary where the impossible was asked for, and is answered from her own figures. */
Then('{user} can ask on in the same conversation, and is answered in full', async function (person: Person) {
  const seen = await this.observe(() => askOnAfterwards(person))
  this.judge(nextAnswered(seen))
})

/** Asks for as much as she may have worked on at once and ends it, three times: what is over takes no room, and one that is stopped takes no other along. */
Then(
  "{count} questions of {user}'s are taken at once, again and again, whatever has failed, was stopped or was deleted",
  async function (most: number, person: Person) {
    const seen = await this.observe(() => askForAllTheRoom(person, most, this.scenario), 'per-user-limits')
    this.judge(asItHasToBe('room-is-given-back', `${most} at once, each time`, seen))
  },
)
