import { listenIdly, signOfLife } from '#promises/live/idle-connection'
import { askForTwoWorks, twoWorks } from '#promises/live/parallel-runs'
import { givesSignsOfLife } from '#promises/live/idle-connection.checks'
import { eachTellsItsOwn, toldWhenItHappens } from '#promises/live/parallel-runs.checks'
import type { DataTable } from '@cucumber/cucumber'
import { neverSilent } from '#promises/shared/progress.checks'
import {
  answerIsWhole,
  lateDeviceCatchesUp,
  nothingMissed,
  otherDeviceHearsAll,
  workNeverNoticed,
} from '#promises/live/lost-connections.checks'
import {
  firstEventInTime,
  recordIsWhatWasTold,
  toldAsItHappens,
  welcomedAsHerself,
  eventsInOrder,
} from '#promises/live/single-watcher.checks'
import { startWatching } from '#promises/shared/asking'
import {
  answerToldAndKept,
  comeLate,
  interruptedWork,
  loseConnection,
  watchOnTwoDevices,
} from '#promises/live/lost-connections'
import {
  askAndProbe,
  firstEventOf,
  firstFrameOn,
  probesOf,
  runAfterFence,
  toldAndRecorded,
} from '#promises/live/single-watcher'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

Given('{user} is watching a long piece of work on two devices', async function (person: Person) {
  await watchOnTwoDevices(person)
})

Given(
  '{user} is watching, and {user} is on a line on which nothing happens',
  async function (watcher: Person, idler: Person) {
    await Promise.all([startWatching(watcher), listenIdly(idler)])
  },
)

When('{user} asks for a long piece of work', async function (person: Person) {
  await askAndProbe(person)
})

When('{user} asks for two long pieces of work at once', async function (person: Person) {
  await askForTwoWorks(person)
})

When(
  "{user}'s line on one of them is lost three times, and comes back",
  async function (person: Person, ways: DataTable) {
    await loseConnection(person, ways.raw().flat(), this.scenario)
  },
)

Then('{user} was welcomed as herself before anything else was said', async function (person: Person) {
  await this.judge(welcomedAsHerself(() => firstFrameOn(person.device)))
})

Then('the first word of the work reaches {user} in time', async function (person: Person) {
  const { firstWord } = this.scenario.target.promises
  await this.judge(firstEventInTime(firstWord, () => firstEventOf(person)))
})

Then('{user} is told of the work as it happens, not all at its end', async function (person: Person) {
  await this.judge(toldAsItHappens(() => probesOf(person)))
})

Then('{user} is told the whole story in order, each thing once', async function (person: Person) {
  await this.judge(...eventsInOrder(() => runAfterFence(person)))
})

Then('what is on record is what {user} was told', async function (person: Person) {
  await this.judge(recordIsWhatWasTold(() => toldAndRecorded(person)))
})

Then('{user} is told all that she had missed each time, once and in order', async function (person: Person) {
  await this.judge(...nothingMissed(() => interruptedWork(person, this.scenario)))
})

Then("{user}'s other device has heard the whole story", async function (person: Person) {
  await this.judge(otherDeviceHearsAll(() => interruptedWork(person, this.scenario)))
})

Then("a device of {user}'s that comes late catches up", async function (person: Person) {
  await this.judge(lateDeviceCatchesUp(() => comeLate(person, this.scenario)))
})

Then(
  "{user}'s work never noticed, and its whole answer is in the conversation",
  async function (person: Person) {
    await this.judge(
      workNeverNoticed(() => interruptedWork(person, this.scenario)),
      answerIsWhole(() => answerToldAndKept(person)),
    )
  },
)

Then("each of {user}'s works tells its own progress, forwards only", async function (person: Person) {
  await this.judge(eachTellsItsOwn(() => twoWorks(person)))
})

Then('what {user} is told has happened just then', async function (person: Person) {
  await this.judge(toldWhenItHappens(this.scenario.skewMs, () => twoWorks(person)))
})

Then("neither of {user}'s works is ever silent for long", async function (person: Person) {
  const { silence } = this.scenario.target.promises
  await this.judge(neverSilent('LIVE-3.never-silent-for-long', silence, () => twoWorks(person)))
})

Then("{user}'s line gives signs of life", async function (person: Person) {
  await this.judge(givesSignsOfLife(() => signOfLife(person)))
})
