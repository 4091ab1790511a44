import type { DataTable } from '@cucumber/cucumber'
import { askAndWatchInBrowser, storyInBrowser } from '#promises/live/browser-line'
import { browserIsToldTheSame } from '#promises/live/browser-line.checks'
import { listenIdly, signsOfLife } from '#promises/live/idle-connection'
import { givesSignsOfLife } from '#promises/live/idle-connection.checks'
import { interruptedRun, loseConnection } from '#promises/live/lost-connections'
import {
  answerIsWhole,
  lateDeviceCatchesUp,
  nothingMissed,
  otherDeviceHearsAll,
  workNeverNoticed,
} from '#promises/live/lost-connections.checks'
import { askForParallelRuns, parallelRuns, worksAtOnce } from '#promises/live/parallel-runs'
import { eachAnsweredAsAsked, eachTellsItsOwn, toldWhenItHappens } from '#promises/live/parallel-runs.checks'
import {
  firstEventOf,
  firstFrameOn,
  probesOf,
  runAndRecord,
  runUntilFence,
} from '#promises/live/single-watcher'
import {
  eventsInOrder,
  firstEventInTime,
  recordIsWhatWasTold,
  toldAsItHappens,
  welcomedAsHerself,
} from '#promises/live/single-watcher.checks'
import { answerToldAndKept, comeLate, watchOnTwoDevices } from '#promises/live/watched-run'
import { neverSilent } from '#promises/shared/progress.checks'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

/** Asks for a plan in eighteen parts on one device, and opens a line on another one, too. */
Given('{user} is watching a long piece of work on two devices', async function (person: Person) {
  await watchOnTwoDevices(person)
})

/** Signs in and opens a line, and asks for nothing. */
Given('{user} is on a line on which nothing happens', async function (person: Person) {
  await listenIdly(person)
})

/** Asks for a plan in eighteen parts, in the conversation that was begun last; a page of the platform is open, too. */
When(
  '{user} asks for a long piece of work, and watches it in a browser, too',
  async function (person: Person) {
    await askAndWatchInBrowser(person, this.scenario)
  },
)

/** Asks at the same moment for 2 or 3 plans of five parts, each in its own conversation, and two costs in one more. */
When(
  '{user} asks for {count} long pieces of work at once, and for two short ones in one conversation',
  async function (person: Person, count: number) {
    await askForParallelRuns(person, count)
  },
)

/** Loses that line in each way of the table, one for each time, and opens another one when something was missed. */
When(
  "{user}'s line on one of them is lost {count} time(s), and comes back",
  async function (person: Person, times: number, ways: DataTable) {
    await loseConnection(person, times, ways.raw().flat(), this.scenario)
  },
)

/** The first thing on the line was a welcome, to the owner of the pass. */
Then(
  '{user} was welcomed as herself/himself/themselves before anything else was said',
  async function (person: Person) {
    this.judge(welcomedAsHerself(await this.observe(() => firstFrameOn(person.device))))
  },
)

/** Within the time that the platform promises, from the acceptance of the question. */
Then('the first word of the work reaches {user} in time', async function (person: Person) {
  const seen = await this.observe(() => firstEventOf(person))
  this.judge(firstEventInTime(this.scenario.limitOf('firstEvent'), seen))
})

/** The record of the work said that it was still going on, at least twice while it was told of. */
Then('{user} is told of the work as it happens, not all at its end', async function (person: Person) {
  this.judge(toldAsItHappens(await this.observe(() => probesOf(person))))
})

/** From the first word to the last, in the order of the contract, numbered without a gap. */
Then('{user} is told the whole story in order, each thing once', async function (person: Person) {
  this.judge(...eventsInOrder(await this.observe(() => runUntilFence(person))))
})

/** The record of the work holds the same words, letter for letter. */
Then('what is on record is what {user} was told', async function (person: Person) {
  this.judge(recordIsWhatWasTold(await this.observe(() => runAndRecord(person), 'run-events-history')))
})

/** A line that a page opens, by the ways that a page has, brings the same words in the same order. */
Then("{user}'s browser is told the very same", async function (person: Person) {
  this.judge(browserIsToldTheSame(await this.observe(() => storyInBrowser(person))))
})

/** What had happened while the line was lost came on the next one, without a gap and without anything again. */
Then(
  '{user} is told all that she/he/they had missed each time, once and in order',
  async function (person: Person) {
    this.judge(...nothingMissed(await this.observe(() => interruptedRun(person, this.scenario), 'resume')))
  },
)

/** The device whose line was never lost was told everything. */
Then("{user}'s other device has heard the whole story", async function (person: Person) {
  this.judge(otherDeviceHearsAll(await this.observe(() => interruptedRun(person, this.scenario))))
})

/** A third device, on which everything is asked for when all is over, is told everything. */
Then("a device of {user}'s that comes late catches up", async function (person: Person) {
  this.judge(lateDeviceCatchesUp(await this.observe(() => comeLate(person, this.scenario), 'resume')))
})

/** The work was completed, and the conversation holds the answer as it was told. */
Then(
  "{user}'s work never noticed, and its whole answer is in the conversation",
  async function (person: Person) {
    const run = await this.observe(() => interruptedRun(person, this.scenario))
    const answer = await this.observe(() => answerToldAndKept(person))
    this.judge(workNeverNoticed(run), answerIsWhole(answer))
  },
)

/** Each tells in its own conversation how far it has come, while the others do. */
Then("each of {user}'s works tells its own progress, forwards only", async function (person: Person) {
  this.judge(eachTellsItsOwn(await this.observe(() => parallelRuns(person))))
})

/** Each by its own figures; the conversation holds for each work the answer that was told. */
Then("each of {user}'s works, long or short, is answered as it was asked", async function (person: Person) {
  this.judge(eachAnsweredAsAsked(await this.observe(() => worksAtOnce(person))))
})

/** Every word was stamped within a few seconds of its arrival, by clocks that may differ. */
Then('what {user} is told has happened just then', async function (person: Person) {
  const seen = await this.observe(() => parallelRuns(person))
  this.judge(toldWhenItHappens(this.scenario.skewMs, seen))
})

/** Not longer than the platform promises, from the acceptance to the last word. */
Then("neither/none of {user}'s works is ever silent for long", async function (person: Person) {
  const seen = await this.observe(() => parallelRuns(person))
  this.judge(neverSilent(this.scenario.limitOf('silence'), seen))
})

/** Two at least, each within the interval that the welcome has stated. */
Then("{user}'s line gives signs of life again and again", async function (person: Person) {
  const seen = await this.observe(() => signsOfLife(person))
  this.judge(givesSignsOfLife(seen, this.scenario.target.tolerance))
})
