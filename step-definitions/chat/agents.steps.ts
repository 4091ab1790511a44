import { groundedAnswer, noFigureInvented } from '#promises/shared/answers.checks'
import {
  everyPart,
  partsWorkedInOrder,
  readableAgain,
  soundDeliverable,
} from '#promises/chat/deliverable.checks'
import { honestAnswer, honestRecord } from '#promises/chat/impossible-requests.checks'
import { neverSilent, progressTold, stopped } from '#promises/shared/progress.checks'
import { teamwork } from '#promises/chat/teamwork.checks'
import { answerRestsOn, toolsCompute } from '#promises/chat/tools.checks'
import { ASKED, askFor, questionAndAnswerOf, runAndQuestions, observedRunOf } from '#promises/shared/asking'
import { broadQuestion, migrationPlan, planOfFive } from '#promises/shared/assignments'
import { deliverableOf, readAgain } from '#promises/chat/deliverable'
import {
  askForTheImpossible,
  askOnAfterwards,
  errandAndWork,
  impossibleRequestOf,
} from '#promises/chat/impossible-requests'
import { stopMidway } from '#promises/chat/long-work'
import type { Person } from '#world/person'
import { Then, When } from '#world/steps'

When(
  '{user} asks how her workload is used, what it costs, and where it would cost less',
  async function (person: Person) {
    await askFor(person, broadQuestion(person))
  },
)

When('{user} asks for work in five parts', async function (person: Person) {
  await askFor(person, planOfFive(person))
})

When('{user} asks for a migration plan in six parts', async function (person: Person) {
  await askFor(person, migrationPlan(person))
})

When(
  '{user} asks to have a report read that does not exist, and mail sent to her contacts',
  async function (person: Person) {
    await askForTheImpossible(person, this.scenario)
  },
)

Then(
  '{user} is told of at least three agents besides the one in charge, each handed its part in good order',
  async function (person: Person) {
    await this.judge(...teamwork(() => observedRunOf(person)))
  },
)

Then("at least two tools compute on {user}'s own figures, and rightly", async function (person: Person) {
  const { assignment } = person.memory.recall(ASKED)
  await this.judge(...toolsCompute(assignment, () => observedRunOf(person)))
})

Then("{user}'s answer rests on what the tools computed", async function (person: Person) {
  const { assignment } = person.memory.recall(ASKED)
  await this.judge(
    answerRestsOn(assignment, () => observedRunOf(person)),
    groundedAnswer('CHAT-2.answered-from-own-figures', () => questionAndAnswerOf(person)),
  )
})

Then(
  '{user} is told of her progress at least three times, forwards only, each time something new',
  async function (person: Person) {
    await this.judge(...progressTold(() => observedRunOf(person)))
  },
)

Then('{user} is never left without a word for long', async function (person: Person) {
  const { silence } = this.scenario.target.promises
  await this.judge(
    neverSilent('CHAT-3.never-silent-for-long', silence, async () => [await observedRunOf(person)]),
  )
})

Then("{user}'s result covers every part that she asked for", async function (person: Person) {
  const { parts } = person.memory.recall(ASKED).assignment
  await this.judge(everyPart('CHAT-3.every-part-covered', parts, () => observedRunOf(person)))
})

Then(
  'another such task that {user} stops midway has ended within 2 seconds, and nothing more comes of it',
  async function (person: Person) {
    const work = stopMidway(person, this.scenario)
    await this.judge(...stopped(() => work))
  },
)

Then(
  '{user} is told that neither was done, and nothing is invented in their place',
  async function (person: Person) {
    await this.judge(
      ...honestAnswer(() => impossibleRequestOf(person)),
      noFigureInvented('CHAT-4.no-figure-invented', () => errandAndWork(person)),
    )
  },
)

Then("nothing unfinished of {user}'s is kept as if it were complete", async function (person: Person) {
  await this.judge(...honestRecord(() => impossibleRequestOf(person)))
})

Then("{user}'s next question in the same conversation is answered in full", async function (person: Person) {
  await this.judge(groundedAnswer('CHAT-4.next-question-answered', () => askOnAfterwards(person)))
})

Then(
  "{user}'s plan has all six parts, each with something of its own to say",
  async function (person: Person) {
    const { parts } = person.memory.recall(ASKED).assignment
    await this.judge(everyPart('CHAT-5.all-parts-are-there', parts, () => observedRunOf(person)))
  },
)

Then(
  "{user}'s plan adds up: its timeline step by step, its estimate from her own figures",
  async function (person: Person) {
    await this.judge(
      ...soundDeliverable(() => deliverableOf(person)),
      noFigureInvented('CHAT-5.no-figure-invented', () => runAndQuestions(person)),
    )
  },
)

Then("{user}'s plan was worked out by named agents, in the order she asked", async function (person: Person) {
  await this.judge(partsWorkedInOrder(() => deliverableOf(person)))
})

Then('{user} can read the plan again later, whole, on another device', async function (person: Person) {
  await this.judge(readableAgain(() => readAgain(person)))
})
