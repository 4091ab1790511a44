import type { DataTable } from '@cucumber/cucumber'
import { seenAs } from '#expect/seen'
import { sendFaulty } from '#promises/live/faulty-messages'
import { connectionStaysOpen, eachFaultHasItsError } from '#promises/live/faulty-messages.checks'
import { openTooManyLines } from '#promises/live/line-count'
import { closeAtSignOut, floodBeside, sendTooLong } from '#promises/live/limits'
import { othersNoticeNothing, tooLongClosesConnection } from '#promises/live/limits.checks'
import { sendOfEveryLength } from '#promises/live/message-length'
import { connectFromForeignOrigins, connectWithBadTokens } from '#promises/live/refused-connections'
import { LiveState } from '#promises/live/state'
import { refusedButByRight } from '#promises/shared/access-points.checks'
import { groundedAnswer } from '#promises/shared/answers.checks'
import { askElsewhere } from '#promises/shared/asking'
import { costQuestion } from '#promises/shared/assignments'
import { sessionEndCloses } from '#promises/shared/connection-end.checks'
import { asItHasToBe } from '#promises/shared/facts.checks'
import { floodIsSlowed } from '#promises/shared/flood.checks'
import { closeOfShortLivedConnection } from '#promises/shared/short-lived-token'
import { askTogether, viewsOfWatchers, welcomesOf } from '#promises/shared/watchers'
import { eachIsToldHerOwn, welcomedByToken } from '#promises/shared/watchers.checks'
import type { Person } from '#world/person'
import { Then, When } from '#world/steps'

/** All three ask at the same moment, each about a workload of her own. */
When(
  '{user}, {user} and {user} ask at the same moment what their workloads cost',
  async function (first: Person, second: Person, third: Person) {
    await askTogether([first, second, third])
  },
)

/** Sends each message of the table on her line, and after each of them a good one. */
When(
  '{user} sends, for all that {user} can hear,',
  async function (sender: Person, neighbour: Person, faults: DataTable) {
    await sendFaulty(sender, neighbour, faults.raw().flat(), this.scenario)
  },
)

/** Each is answered from her own figures, and was told nothing of the others' until her line answered once more. */
Then(
  "{user}, {user} and {user} are each told of their own work, and of nobody else's",
  async function (first: Person, second: Person, third: Person) {
    this.judge(eachIsToldHerOwn(await this.observe(() => viewsOfWatchers([first, second, third]))))
  },
)

/** The welcome on each line named the owner of the pass that opened it. */
Then(
  '{user}, {user} and {user} were each welcomed as who the pass says they are',
  async function (first: Person, second: Person, third: Person) {
    this.judge(welcomedByToken(await this.observe(() => welcomesOf([first, second, third]))))
  },
)

/** Tries to open lines with passes that are no good, and with a good one from pages that are not the platform's. */
Then(
  '{user} tries to watch without a good pass, and from a foreign page, and is turned away before the first word',
  async function (intruder: Person) {
    await intruder.signIn()
    const bad = await this.observe(() => connectWithBadTokens(intruder, this.scenario))
    const foreign = await this.observe(
      () => connectFromForeignOrigins(intruder, this.scenario),
      'origin-check',
    )
    const own = 'her own pass, from the right page,'
    this.judge(
      refusedButByRight('bad-pass-turned-away', 'a line without a good pass', bad, own),
      refusedButByRight('foreign-page-turned-away', 'a line from a foreign page', foreign, own),
    )
  },
)

/** One error for each message, of the kind that is due and in words; a good message is answered after each. */
Then(
  "each of these is answered with an error of its own, and {user}'s line goes on",
  function (sender: Person) {
    const sent = sender.state.of(LiveState).faultsSent.get()
    this.judge(eachFaultHasItsError(sent), connectionStaysOpen(sent))
  },
)

/** Asks a question in a conversation of its own, and is answered from her own figures. */
Then('{user} can go on asking, and is answered', async function (person: Person) {
  const seen = await this.observe(() => askElsewhere(person.device, costQuestion(person)))
  this.judge(groundedAnswer('next-message-answered', seen))
})

/** One letter and as many as there may be are taken, on the line and by a call; none, and one more, are not. */
Then(
  "questions of {user}'s are taken up to their longest, and what is longer or empty leaves nothing behind",
  async function (person: Person) {
    const seen = await this.observe(() => sendOfEveryLength(person, this.scenario))
    const expected = 'the shortest and the longest taken, the others refused and not kept'
    this.judge(asItHasToBe('taken-up-to-the-longest', expected, seen))
  },
)

/** Opens as many at the same moment, and some more; then one is hung up, and another one opened. */
Then(
  '{user} may have ten lines and no more, until one of them ends, and {user} has her/his/their(s)',
  async function (person: Person, neighbour: Person) {
    const seen = await this.observe(
      () => openTooManyLines(person, neighbour, this.scenario),
      'per-user-limits',
    )
    this.judge(asItHasToBe('ten-lines-and-no-more', 'ten lines of hers, and room again when one ends', seen))
  },
)

/** Sends one message that is as long as a line takes, and one that is longer, on a line of its own. */
Then(
  "a message of {user}'s that is far too long ends that line and no other",
  async function (sender: Person) {
    this.judge(tooLongClosesConnection(await this.observe(() => sendTooLong(sender, this.scenario))))
  },
)

/** The first asks for more at once than anybody may; the second asks ordinary questions before it and meanwhile. */
Then(
  "a flood of {user}'s is slowed, and {user} notices nothing of it",
  async function (sender: Person, watcher: Person) {
    const seen = await this.observe(() => floodBeside(sender, watcher, this.scenario))
    const flood = seenAs(seen, (both) => both.flood)
    const neighbour = seenAs(seen, (both) => both.neighbour)
    const control = 'meanwhile there were faults and a flood'
    this.judge(floodIsSlowed('flood-is-slowed', flood), othersNoticeNothing(neighbour, control))
  },
)

/** The line of a pass that nobody renews, and a line of a session that is signed out, each within the time promised. */
Then(
  "{user}'s lines end when the pass has run out, and when she/he/they sign(s) out",
  async function (person: Person) {
    const limit = this.scenario.limitOf('connectionClose')
    const expiry = await this.observe(() => closeOfShortLivedConnection(person), 'expiry-enforced-live')
    const signOut = await this.observe(() => closeAtSignOut(person, this.scenario), 'logout-closes-live')
    this.judge(
      sessionEndCloses('expiry-ends-the-line', expiry, limit, 'it was open before its time was up'),
      sessionEndCloses('sign-out-ends-the-line', signOut, limit, 'it was open until then'),
    )
  },
)
