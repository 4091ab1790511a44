import { comeBack } from '#promises/authentication/coming-back'
import { workAsLeft } from '#promises/authentication/coming-back.checks'
import type { DataTable } from '@cucumber/cucumber'
import { describeAccepted, ownTokenAccepted, tokenRefused } from '#promises/shared/access-points.checks'
import {
  guessingSlowed,
  nothingOfTheInside,
  refusalsExplained,
  refusalsTellNothing,
  wrongPasswordRefused,
} from '#promises/authentication/guessing.checks'
import { BREAK_IN, breakIn } from '#promises/authentication/break-in'
import { guessTooOften, provokeErrors, refusalsAt } from '#promises/authentication/guessing'
import type { Person } from '#world/person'
import { Then, When } from '#world/steps'

When(
  '{user} tries to get in as {user} with a pass',
  async function (intruder: Person, owner: Person, kinds: DataTable) {
    await intruder.register()
    await breakIn({ intruder, owner, scenario: this.scenario }, kinds.raw().flat())
  },
)

Then(
  "{user} is refused at every door, while {user}'s own pass opens each of them",
  async function (intruder: Person, owner: Person) {
    const { passes, control } = intruder.memory.recall(BREAK_IN)
    const others = describeAccepted(`${owner.name}'s own pass`, control)
    await this.judge(ownTokenAccepted(control), ...passes.map((kind) => tokenRefused(kind, others)))
  },
)

Then('no refusal tells {user} whether an address has an account', async function (intruder: Person) {
  const owner = this.person('Asha')
  const { known, unknown } = await refusalsAt(intruder, owner)
  await this.judge(
    wrongPasswordRefused(known, `${owner.name}'s own session is open`),
    ...refusalsTellNothing(known, unknown),
  )
})

Then('no refusal tells {user} how the platform is built', async function (intruder: Person) {
  const attempts = await provokeErrors(intruder)
  await this.judge(nothingOfTheInside(attempts), refusalsExplained(attempts))
})

Then(
  "{user}'s guessing at {user}'s password is slowed after ten failures, and {user} is not concerned",
  async function (intruder: Person, owner: Person, other: Person) {
    await this.judge(...guessingSlowed(await guessTooOften(intruder, owner, [other], this.scenario)))
  },
)

Then(
  "{user}'s own password still opens, and {string} is as she left it",
  async function (owner: Person, title: string) {
    await this.judge(...workAsLeft(title, await comeBack(owner)))
  },
)
