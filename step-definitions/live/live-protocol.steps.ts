import type { DataTable } from '@cucumber/cucumber'
import { sendFaulty } from '#promises/live/faulty-messages'
import { connectionStaysOpen, eachFaultHasItsError } from '#promises/live/faulty-messages.checks'
import { closeAtSignOut } from '#promises/live/limits'
import { connectFromForeignOrigins, connectWithBadTokens } from '#promises/live/refused-connections'
import { LiveState } from '#promises/live/state'
import { whatCameOfFaults } from '#promises/live/work-beside'
import { refusedButByRight } from '#promises/shared/access-points.checks'
import { groundedAnswer } from '#promises/shared/answers.checks'
import { askElsewhere } from '#promises/shared/asking'
import { costQuestion } from '#promises/shared/assignments'
import { sessionEndCloses } from '#promises/shared/connection-end.checks'
import { asItHasToBe } from '#promises/shared/facts.checks'
import { closeOfShortLivedConnection } from '#promises/shared/short-lived-token'
import { askTogether, viewsOfWatchers, welcomesOf } from '#promises/shared/watchers'
import { eachIsToldHerOwn, welcomedByToken } from '#promises/shared/watchers.checks'
import type { Person } from '#world/person'
import { Then, When } from '#world/steps'

/** All three ask at the same moment, each about a workload of her own, in messages of the same name. */
When(
  '{user}, {user} and {user} ask at the same moment what their workloads cost',
  async function (first: Person, second: Person, third: Person) {
    await askTogether([first, second, third])
  },
)

/** Sends each message of the table on her line, and after each of them a good one, while long work of somebody else's goes on. */
When(
  "{user} sends, while work of {user}'s goes on,",
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

/** One error for each message, of the kind that is due and in words; a good message is answered after each. Nothing is kept or begun. */
Then(
  "each of these is answered with an error of its own, {user}'s line goes on, and nothing comes of it for her/him/them or {user}",
  async function (sender: Person, neighbour: Person) {
    const sent = sender.state.of(LiveState).faultsSent.get()
    const came = await this.observe(() => whatCameOfFaults(sender, neighbour))
    this.judge(
      eachFaultHasItsError(sent),
      connectionStaysOpen(sent),
      asItHasToBe('nothing-comes-of-faults', 'nothing kept, and nothing begun', came),
    )
  },
)

/** Asks a question in a conversation of its own, and is answered from her own figures. */
Then('{user} can go on asking, and is answered', async function (person: Person) {
  const seen = await this.observe(() => askElsewhere(person.device, costQuestion(person)))
  this.judge(groundedAnswer('next-message-answered', seen))
})

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
