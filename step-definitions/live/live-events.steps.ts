import type { DataTable } from '@cucumber/cucumber'
import { askAndWatchInBrowser, storyInBrowser } from '#promises/live/browser-line'
import { browserIsToldTheSame } from '#promises/live/browser-line.checks'
import { listenIdly } from '#promises/live/idle-connection'
import { interruptedRun, loseConnection } from '#promises/live/lost-connections'
import {
  answerIsWhole,
  lateDeviceCatchesUp,
  nothingMissed,
  otherDeviceHearsAll,
  workNeverNoticed,
} from '#promises/live/lost-connections.checks'
import { toldAsItHappens } from '#promises/live/pace.checks'
import { askForParallelRuns } from '#promises/live/parallel-runs'
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
  welcomedAsHerself,
} from '#promises/live/single-watcher.checks'
import { outliveBackend } from '#promises/live/restart'
import { answerToldAndKept, comeLate, watchOnTwoDevices } from '#promises/live/watched-run'
import { asItHasToBe } from '#promises/shared/facts.checks'
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
    this.judge(welcomedAsHerself(await this.observe(() => firstFrameOn(person))))
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
  const run = await this.observe(() => runUntilFence(person))
  this.judge(...eventsInOrder(run, this.scenario.offers.has('tool-events')))
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

/** A platform that knows only what is kept tells all of it, and goes on with it; then it ends in the middle of work. */
Then(
  "nothing of {user}'s is lost when the platform begins anew, and work that this cuts off has an end",
  async function (person: Person) {
    const seen = await this.observe(() => outliveBackend(person, this.scenario), 'run-events-history')
    const expected = 'the same as before, message for message and word for word, and no work left running'
    this.judge(asItHasToBe('nothing-lost-at-restart', expected, seen))
  },
)
