import {
  everyPart,
  partsWorkedInOrder,
  readableAgain,
  soundDeliverable,
} from '#promises/chat/deliverable.checks'
import { deliverableOf, inParts, readAgain } from '#promises/chat/deliverable'
import { stopMidway, type WayToStop } from '#promises/chat/long-work'
import { calledOff, stopped, type StoppedRun } from '#promises/chat/long-work.checks'
import type { Seen } from '#expect/seen'
import { progressTold } from '#promises/chat/progress.checks'
import { seenAs } from '#expect/seen'
import { groundedAnswer, noFigureInvented } from '#promises/shared/answers.checks'
import { askedBy, askFor, observedRunOf, questionAndAnswerOf, runAndQuestions } from '#promises/shared/asking'
import { migrationPlan, planOfFive } from '#promises/shared/assignments'
import { neverSilent } from '#promises/shared/progress.checks'
import type { Duration } from '#waiting/duration'
import type { Person } from '#world/person'
import { Then, When } from '#world/steps'

/** Asks for a plan of five parts, each named; there is no such work in another number of them. */
When('{user} asks for work in {count} parts', async function (person: Person, count: number) {
  await askFor(person, inParts(count, planOfFive(person)))
})

/** Asks for a plan of six parts, each named; there is no such plan in another number of them. */
When('{user} asks for a migration plan in {count} parts', async function (person: Person, count: number) {
  await askFor(person, inParts(count, migrationPlan(person)))
})

/** Of what was asked last: so many words of progress or more, none lower than before, no two alike, on the way. */
Then(
  '{user} is told of her/his/their progress at least {count} times, forwards only, each time something new',
  async function (person: Person, fewest: number) {
    this.judge(...progressTold(fewest, await this.observe(() => observedRunOf(person))))
  },
)

/** From the question to the end, no time without a word is longer than the target promises. */
Then('{user} is never left without a word for long', async function (person: Person) {
  const runs = await this.observe(async () => [await observedRunOf(person)])
  this.judge(
    neverSilent(
      { first: this.scenario.limitOf('firstEvent'), between: this.scenario.limitOf('silence') },
      runs,
    ),
  )
})

/** Each part that was asked for last has a heading and something of its own to say; the cost is hers. */
Then(
  "{user}'s result covers every part that she/he/they asked for, from her/his/their own figures, and nothing is invented",
  async function (person: Person) {
    const answer = await this.observe(() => questionAndAnswerOf(person))
    const said = await this.observe(() => runAndQuestions(person))
    const run = seenAs(said, (known) => known.run)
    this.judge(
      everyPart('every-part-covered', askedBy(person).assignment.parts, run),
      groundedAnswer('answered-from-own-figures', answer),
      noFigureInvented('no-figure-invented', said),
    )
  },
)

/** Asks for other work, stops it on the way, and has yet other work done to its end: on the line, and by a call. */
Then(
  'other such tasks that {user} stops midway, on the line and by a call, have ended within {duration}, and nothing more comes of them',
  async function (person: Person, limit: Duration) {
    const stop = (way: WayToStop): Promise<Seen<StoppedRun>> =>
      this.observe(() => stopMidway(person, this.scenario, way), 'cancel')
    const [onTheLine, byCall] = await Promise.all([stop('line'), stop('call')])
    const within = this.scenario.within(limit)
    this.judge(...stopped(within, onTheLine), ...calledOff(within, byCall))
  },
)

/** Each of so many parts that were asked for has a heading and something of its own to say. */
Then(
  "{user}'s plan has all {count} parts, each with something of its own to say",
  async function (person: Person, count: number) {
    const { parts } = inParts(count, askedBy(person).assignment)
    const run = await this.observe(() => observedRunOf(person))
    this.judge(everyPart('all-parts-are-there', parts, run))
  },
)

/** The weeks follow one another up to the length that is stated, the cost is right, and no figure is invented. */
Then(
  "{user}'s plan adds up: its timeline step by step, its estimate from her/his/their own figures",
  async function (person: Person) {
    const deliverable = await this.observe(() => deliverableOf(person))
    const said = await this.observe(() => runAndQuestions(person))
    this.judge(...soundDeliverable(deliverable), noFigureInvented('no-figure-invented', said))
  },
)

/** An agent for each part at least, and progress that names the parts one after the other. */
Then(
  "{user}'s plan was worked out by named agents, in the order she/he/they asked",
  async function (person: Person) {
    this.judge(partsWorkedInOrder(await this.observe(() => deliverableOf(person))))
  },
)

/** Signs in on another device, and finds there what was told, letter for letter. */
Then('{user} can read the plan again later, whole, on another device', async function (person: Person) {
  this.judge(readableAgain(await this.observe(() => readAgain(person))))
})
