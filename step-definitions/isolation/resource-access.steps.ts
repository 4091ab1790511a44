import { goneForGood } from '#promises/isolation/departure.checks'
import { leaveForGood } from '#promises/isolation/departure'
import { beginAnew } from '#promises/isolation/new-beginning'
import { connectionKeepsItsOwner, ownerFieldsIgnored } from '#promises/isolation/false-owners.checks'
import { actInAnothersName } from '#promises/isolation/false-owners'
import { reauthenticateAsAnother } from '#promises/isolation/takeover'
import { toldAfterDeletion } from '#promises/isolation/after-deletion'
import { deleteOne } from '#promises/isolation/deletion'
import { listsBetrayNothing } from '#promises/isolation/listings.checks'
import { listEverything } from '#promises/isolation/listings'
import { nothingHasChanged } from '#promises/isolation/owned-resources.checks'
import { ownedNow, settleIn } from '#promises/isolation/owned-resources'
import { turnPages } from '#promises/isolation/paging'
import { nameAlike } from '#promises/isolation/same-names'
import { doAtOnce } from '#promises/isolation/races'
import { renameOne } from '#promises/isolation/renaming'
import { routeLists } from '#promises/isolation/route-lists'
import { noAddressLeftOut } from '#promises/isolation/route-lists.checks'
import { IsolationState } from '#promises/isolation/state'
import { timeRefusals } from '#promises/isolation/telling-times'
import { foreignTakesAsLong } from '#promises/isolation/telling-times.checks'
import { foreignAnsweredAsUnknown } from '#promises/isolation/trespass.checks'
import { trespassEverywhere } from '#promises/isolation/trespass'
import { asItHasToBe } from '#promises/shared/facts.checks'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

/** Each has two conversations, in one of which a question was answered, and listens. */
Given(
  '{people}, each with conversations and an answer of her/his/their own',
  async function (people: readonly Person[]) {
    await Promise.all(people.map(settleIn))
  },
)

/** Every way that the contract knows, at every address of everybody else's, and at one at which there is nothing. */
When('each of them tries all that there is to do with what the others have', async function () {
  const trespasses = await trespassEverywhere(this.crowd, this.scenario)
  this.scenario.state.of(IsolationState).trespasses.set(trespasses)
})

/** Each try is refused as not found, in the same words as where there is nothing, and in the same time; its owner can read it. */
Then("what is another's is answered just as what does not exist, and takes as long", async function () {
  const times = await this.observe(() => timeRefusals(this.crowd, this.scenario))
  this.judge(
    foreignAnsweredAsUnknown(this.scenario.state.of(IsolationState).trespasses.get()),
    foreignTakesAsLong(times),
  )
})

/** Everybody's conversations and work look as they did before. */
Then("nothing of anybody's has changed", async function () {
  this.judge(nothingHasChanged(await this.observe(() => ownedNow(this.crowd))))
})

/** Page by page, by the total, and by looking for another's own word. */
Then('no list, search or total betrays anything of another', async function () {
  this.judge(listsBetrayNothing(await this.observe(() => listEverything(this.crowd))))
})

/** Begins new conversations, and does all of that with them; also at once. */
Then(
  'who owns something may rename it, turn its pages and delete it, and nothing else goes with it',
  async function () {
    const [, owner] = this.crowd
    const { scenario } = this
    const pages = await this.observe(() => turnPages(owner, scenario))
    const renamed = await this.observe(() => renameOne(owner))
    const deleted = await this.observe(() => deleteOne(owner, scenario))
    const atOnce = await this.observe(() => doAtOnce(owner, scenario))
    this.judge(
      asItHasToBe(
        'pages-are-whole',
        'page by page, each thing once, newest first; nothing that cannot be taken is',
        pages,
      ),
      asItHasToBe('renamed-everywhere', 'its new name everywhere, and nothing else changed', renamed),
      asItHasToBe('deleted-is-gone', 'gone everywhere, and nothing else with it', deleted),
      asItHasToBe('at-once-is-in-order', 'each done or not found, and nothing left over', atOnce),
    )
  },
)

/** In what is sent and asked for, under a name that both give their messages, and on a line that is shown another's pass. */
Then("nobody can act in another's name by saying so, or by showing another's pass", async function () {
  const [maker, other] = this.crowd
  const [made, named] = await Promise.all([
    this.observe(() => actInAnothersName(maker, other)),
    this.observe(() => nameAlike([maker, other]), 'client-message-idempotency'),
  ])
  const takeover = await this.observe(() => reauthenticateAsAnother(maker, other, this.scenario))
  const limit = this.scenario.limitOf('connectionClose')
  this.judge(
    ownerFieldsIgnored(made),
    asItHasToBe('same-name-stays-apart', 'two messages, each its own', named),
    connectionKeepsItsOwner(takeover, limit),
  )
})

/** One of them closes her account; her line is closed in time, everything of hers is tried, and her address is registered anew. */
Then(
  'when one of them is gone for good, her/his/their pass and what she/he/they had open nothing, and nothing of it is there when she/he/they comes/come back',
  async function () {
    const { scenario } = this
    const [somebody, ...others] = this.crowd
    const [member] = others
    const seen = await this.observe(() => leaveForGood(somebody, others, scenario), 'account-deletion')
    const anew = await this.observe(() => beginAnew(somebody, member, scenario), 'account-deletion')
    this.judge(
      goneForGood(seen, scenario.limitOf('connectionClose')),
      asItHasToBe('nothing-comes-back', 'a new account with nothing in it, and no way to the former', anew),
    )
  },
)

/** What the platform publishes of itself is what was tried; and work that was deleted has come to its end. */
Then(
  'nothing that the platform offers was left out, and nothing comes of what was deleted',
  async function () {
    const [, last, another = last] = this.crowd
    const lists = await this.observe(() => routeLists(last, another, this.scenario), 'published-routes')
    this.judge(
      noAddressLeftOut(lists),
      asItHasToBe(
        'deleted-work-stops',
        'no word of it after two seconds, and no answer',
        await this.observe(() => toldAfterDeletion(last, this.scenario)),
      ),
    )
  },
)
