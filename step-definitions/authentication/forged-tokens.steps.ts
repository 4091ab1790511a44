import type { DataTable } from '@cucumber/cucumber'
import { NotSeen, seenAs } from '#expect/seen'
import { breakIn, breakInAgain } from '#promises/authentication/break-in'
import { comeBack, workAcrossAbsence } from '#promises/authentication/coming-back'
import { ownPasswordOpens, workAsLeft } from '#promises/authentication/coming-back.checks'
import { callFromPages } from '#promises/authentication/foreign-pages'
import { foreignPagesReadNothing, pagesAreProtected } from '#promises/authentication/foreign-pages.checks'
import { provokeErrors, refusalsAt } from '#promises/authentication/guessing'
import { refusalsTellNothing, wrongPasswordRefused } from '#promises/authentication/guessing.checks'
import { sendOddBodies } from '#promises/authentication/odd-bodies'
import { tooMuchRefused, unreadableRefused } from '#promises/authentication/odd-bodies.checks'
import { authenticationOf } from '#promises/authentication/state'
import { nothingOfTheInside, refusalsExplained } from '#promises/authentication/telling-refusals.checks'
import { TOKEN_KINDS } from '#promises/authentication/token-kinds'
import { describeAccepted, ownTokenAccepted, tokenRefused } from '#promises/shared/access-points.checks'
import { readTable } from '#promises/shared/phrase-table'
import type { Person } from '#world/person'
import { Then, When } from '#world/steps'

/** Registers, and tries each of these kinds of pass at every door. */
When(
  '{user} tries to get in as {user} with a pass',
  async function (intruder: Person, owner: Person, table: DataTable) {
    const kinds = readTable(table.raw().flat(), TOKEN_KINDS, 'kind of pass')
    await breakIn({ intruder, owner, scenario: this.scenario }, kinds)
  },
)

/** None of them opened any door, nor does now, and the owner's own, and one made like it, opened all. */
Then(
  "{user} is refused at every door, while {user}'s own pass opens each of them",
  async function (intruder: Person, owner: Person) {
    const { control } = authenticationOf(intruder).breakIn.get()
    const kinds = await breakInAgain(intruder, this.scenario)
    const others = describeAccepted(`${owner.name}'s own pass`, control)
    this.judge(ownTokenAccepted(control), ...kinds.map((kind) => tokenRefused(kind, others)))
  },
)

/** Tries wrong passwords there, at unknown addresses and where there is none; sends every call what it cannot take. */
Then(
  "no refusal tells {user} whether {user}'s address has an account, or how the platform is built, whatever is sent",
  async function (intruder: Person, owner: Person) {
    const refusals = await this.observe(() => refusalsAt(intruder, owner, this.scenario))
    const [provoked, bodies] = await Promise.all([
      this.observe(() => provokeErrors(intruder)),
      this.observe(() => sendOddBodies(intruder, this.scenario)),
    ])
    const [unreadable, tooLarge, justFits] = [
      seenAs(bodies, (all) => all.unreadable),
      seenAs(bodies, (all) => all.tooLarge),
      seenAs(bodies, (all) => all.justFits),
    ]
    const sent = bodies instanceof NotSeen ? [] : [...bodies.unreadable, ...bodies.tooLarge]
    const attempts = seenAs(provoked, (all) => [...all, ...sent])
    this.judge(
      ...[wrongPasswordRefused(owner.name, refusals), ...refusalsTellNothing(refusals)],
      ...[nothingOfTheInside(attempts), refusalsExplained(attempts)],
      ...[unreadableRefused(unreadable), tooMuchRefused(tooLarge, justFits)],
    )
  },
)

/** Calls everything as pages of other origins would, near misses of the right one too; and looks at the platform's own. */
Then("no foreign page can read or frame what is {user}'s", async function (owner: Person) {
  const seen = await this.observe(() => callFromPages(owner, this.scenario))
  const [foreign, own, pages] = [
    seenAs(seen, (all) => all.foreign),
    seenAs(seen, (all) => all.own),
    seenAs(seen, (all) => all.pages),
  ]
  this.judge(foreignPagesReadNothing(foreign, own), pagesAreProtected(pages))
})

/** Signs in with the right password, and finds the conversation of this title and everything else unchanged. */
Then(
  "{user}'s own password still opens, and {string} is as she/he/they left it",
  async function (owner: Person, title: string) {
    const logIn = await this.observe(() => comeBack(owner))
    const work = await this.observe(() => workAcrossAbsence(owner))
    this.judge(ownPasswordOpens(logIn), workAsLeft(title, work))
  },
)
