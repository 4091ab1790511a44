import { flood } from '#promises/shared/flood'
import { eachIsToldHerOwn, welcomedByToken } from '#promises/shared/watchers.checks'
import { othersNoticeNothing, tooLongClosesConnection } from '#promises/live/limits.checks'
import { connectionClosedWith } from '#promises/shared/connection-end.checks'
import { floodIsSlowed } from '#promises/shared/flood.checks'
import type { DataTable } from '@cucumber/cucumber'
import { groundedAnswer } from '#promises/shared/answers.checks'
import { connectionRefused } from '#promises/shared/access-points.checks'
import { eachFaultHasItsError, connectionStaysOpen } from '#promises/live/faulty-messages.checks'
import { askAnother } from '#promises/shared/asking'
import { faultsSentBy, sendFaulty } from '#promises/live/faulty-messages'
import { neighbourDuring, sendTooLong, signOutAndWatch } from '#promises/live/limits'
import { closeOfShortLivedConnection, openShortLivedConnection } from '#promises/shared/short-lived-token'
import {
  askTogether,
  viewsOfWatchers,
  connectFromForeignOrigins,
  watchTogether,
  connectWithBadTokens,
  welcomesOf,
} from '#promises/shared/watchers'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

/** More than anybody may have worked on at once. */
const FLOOD = 8

Given(
  '{user} and {user} are each watching a new conversation',
  async function (first: Person, second: Person) {
    await watchTogether([first, second])
  },
)

Given(
  '{user}, {user} and {user} are each watching a new conversation',
  async function (first: Person, second: Person, third: Person) {
    await watchTogether([first, second, third])
  },
)

Given('{user} is watching with a pass that is about to run out', async function (person: Person) {
  await person.signIn()
  await openShortLivedConnection(person, this.scenario)
})

When(
  '{user}, {user} and {user} ask at the same moment what their workloads cost',
  async function (first: Person, second: Person, third: Person) {
    await askTogether([first, second, third])
  },
)

When(
  '{user} sends, for all that {user} can hear,',
  async function (sender: Person, neighbour: Person, faults: DataTable) {
    await sendFaulty(sender, neighbour, faults.raw().flat(), this.scenario)
  },
)

Then(
  "{user}, {user} and {user} are each told of their own work, and of nobody else's",
  async function (first: Person, second: Person, third: Person) {
    await this.judge(eachIsToldHerOwn(() => viewsOfWatchers([first, second, third])))
  },
)

Then(
  '{user}, {user} and {user} were each welcomed as who the pass says they are',
  async function (first: Person, second: Person, third: Person) {
    await this.judge(welcomedByToken(() => welcomesOf([first, second, third])))
  },
)

Then(
  '{user} is turned away before the first word, without a good pass and from a foreign page',
  async function (intruder: Person) {
    const bad = await connectWithBadTokens(intruder, this.scenario)
    const foreign = await connectFromForeignOrigins(intruder, this.scenario)
    const own = 'her own pass, from the right page,'
    await this.judge(
      connectionRefused('LIVE-4.bad-pass-turned-away', 'a line without a good pass', bad, own),
      connectionRefused('LIVE-4.foreign-page-turned-away', 'a line from a foreign page', foreign, own),
    )
  },
)

Then(
  "each of these is answered with an error of its own, and {user}'s line goes on",
  async function (sender: Person) {
    const { messages, answered, end } = faultsSentBy(sender)
    await this.judge(
      eachFaultHasItsError(() => messages),
      connectionStaysOpen(() => ({ answered, sent: messages.length, end })),
    )
  },
)

Then("{user}'s next good question is answered", async function (sender: Person) {
  await this.judge(groundedAnswer('LIVE-5.next-message-answered', () => askAnother(sender)))
})

Then(
  "a message of {user}'s that is far too long ends that line and no other",
  async function (sender: Person) {
    await this.judge(tooLongClosesConnection(() => sendTooLong(sender, this.scenario)))
  },
)

Then(
  "a flood of {user}'s is slowed, and {user} notices nothing of it",
  async function (sender: Person, neighbour: Person) {
    const both = neighbourDuring(neighbour, (meanwhile) => flood(sender, this.scenario, FLOOD, meanwhile))
    await this.judge(
      floodIsSlowed('LIVE-5.flood-is-slowed', async () => (await both).result),
      othersNoticeNothing(async () => (await both).neighbour, 'meanwhile there were faults and a flood'),
    )
  },
)

Then(
  "{user}'s lines end when the pass has run out, and when {user} signs out",
  async function (person: Person, _same: Person) {
    const expiry = async (): Promise<number> =>
      (await closeOfShortLivedConnection(person, this.scenario)).code
    const signOut = (): Promise<number> => signOutAndWatch(person, this.scenario)
    await this.judge(
      connectionClosedWith('LIVE-5.expiry-ends-the-line', expiry, 'it was open before its time was up'),
      connectionClosedWith('LIVE-5.sign-out-ends-the-line', signOut, 'it was open until then'),
    )
  },
)
