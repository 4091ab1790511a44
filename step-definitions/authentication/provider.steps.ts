import type { DataTable } from '@cucumber/cucumber'
import type { Slug } from '#expect/catalogue'
import type { Check } from '#expect/check'
import { seenAs, type Seen } from '#expect/seen'
import { TAMPERINGS, tamperWith } from '#promises/authentication/oauth-tampering'
import { asItHasToBe } from '#promises/shared/facts.checks'
import { providerAccount } from '#promises/authentication/provider-account'
import {
  claimLeavesAddressFree,
  isOnErrorPage,
  sentToErrorPage,
  tamperingRefused,
} from '#promises/authentication/oauth-tampering.checks'
import {
  claimAddress,
  claimFreeAddress,
  withholdConsent,
  type ClaimedAddress,
} from '#promises/authentication/provider-claims'
import { comeBackToProvider, openHandoverPages, renewAndEnd } from '#promises/authentication/provider-session'
import {
  comesOutAtHome,
  providerSessionLives,
  type ComingBack,
} from '#promises/authentication/provider-session.checks'
import { becomeKnown, rightsOf, signInThroughProvider } from '#promises/authentication/provider-sign-in'
import {
  noTokenInAnAddress,
  oneAccount,
  rightsOfAMember,
  startIsBound,
} from '#promises/authentication/provider-sign-in.checks'
import { ASKED_FOR, comeAsOwner, comeInBySideDoor, knockWithoutKey } from '#promises/authentication/side-door'
import { sideDoor, sideDoorKeepsAway } from '#promises/authentication/side-door.checks'
import { authenticationOf } from '#promises/authentication/state'
import { readTable } from '#promises/shared/phrase-table'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

const ERROR = 'account_exists'

/** Has an identity at the outside provider, with an address that she has confirmed there. */
Given(
  '{user} is known to the outside provider by an address of her/his/their own',
  async function (person: Person) {
    await becomeKnown(person, this.scenario)
  },
)

/** Signs in there for the first time in so many new browsers at once, and later in another one. */
When(
  '{user} signs in through the outside provider in {count} browsers at once, and then once more',
  async function (person: Person, times: number) {
    await signInThroughProvider(person, this.scenario, times)
  },
)

/** Each sign-in led to the same account, which may do what anybody may with a password, is told as it is, and is hers alone. */
Then(
  '{user} has one account, and the same rights as {user}',
  async function (person: Person, member: Person) {
    const signIns = await this.observe(() => authenticationOf(person).signIns.get(), 'oauth-google')
    const own = await this.observe(() => rightsOf(person), 'oauth-google')
    const members = await this.observe(() => rightsOf(member))
    const told = await this.observe(() => providerAccount(person, member, this.scenario), 'oauth-google')
    this.judge(oneAccount(person.registration.email, signIns), rightsOfAMember(own, members))
    this.judge(asItHasToBe('provider-account-is-hers', 'told as it is, and nobody in it but her', told))
  },
)

/** Each sign-in began with what binds it to its browser, and handed nothing over where others can read it. */
Then(
  "each sign-in of {user}'s belonged to the browser that began it, put no pass in an address and came out at home",
  async function (person: Person) {
    const signIns = await this.observe(() => authenticationOf(person).signIns.get(), 'oauth-google')
    const pages = await this.observe(() => openHandoverPages(person, this.scenario), 'oauth-google')
    this.judge(...startIsBound(signIns), noTokenInAnAddress(signIns), comesOutAtHome(pages))
  },
)

/** Does each of these to a sign-in of another: refused, while the same untouched leads in. */
Then(
  "{user} gets nowhere with a sign-in of {user}'s when",
  async function (intruder: Person, owner: Person, table: DataTable) {
    const tamperings = readTable(table.raw().flat(), TAMPERINGS, 'tampering')
    const setting = { owner, intruder, scenario: this.scenario }
    const flows = await this.observe(() => tamperWith(setting, tamperings), 'oauth-google')
    this.judge(...tamperings.map(({ slug }) => tamperingRefused(slug, flows)))
  },
)

/** Renews the session that came from there, and signs out of it; closes an account that came from there, and comes back. */
Then("{user}'s session from there renews and ends like any other", async function (person: Person) {
  const life = await this.observe(() => renewAndEnd(person, this.scenario), 'oauth-google')
  const canClose = this.scenario.offers.has('account-deletion')
  const comeBack = (): Promise<ComingBack> => comeBackToProvider(person, this.scenario)
  const back = canClose ? [await this.observe(comeBack, 'oauth-google')] : []
  this.judge(providerSessionLives(life, this.scenario.limitOf('connectionClose'), ...back))
})

/** Claims others' addresses there, without and with showing that they are one's own, and one that nobody has yet. */
Then(
  "{user} gets into neither {user}'s account nor {user}'s by claiming the address at the outside provider, and a free one stays free for {user}",
  async function (intruder: Person, member: Person, known: Person, newcomer: Person) {
    const claim = (owner: Person): Promise<Seen<ClaimedAddress>> =>
      this.observe(() => claimAddress(intruder, owner, this.scenario), 'oauth-google')
    const [ofMember, ofKnown] = await Promise.all([claim(member), claim(known)])
    const free = await this.observe(() => claimFreeAddress(intruder, newcomer, this.scenario), 'oauth-google')
    this.judge(
      ...claimed('unconfirmed-address-takes-nothing', 'confirmed-address-takes-nothing', ofMember),
      ...claimed('provider-account-not-claimed', 'provider-account-keeps-its-owner', ofKnown),
      claimLeavesAddressFree(free),
    )
  },
)

/** Withholds consent at the provider, and knocks at the side door for tests without its key and with it. */
Then(
  "{user} is signed in neither without her/his/their consent, nor by the side door for testers without its key, and {user}'s address opens it to nobody",
  async function (person: Person, owner: Person) {
    const withheld = await this.observe(() => withholdConsent(person, this.scenario), 'oauth-google')
    const knocks = await this.observe(() => knockWithoutKey(person, this.scenario), 'oauth-simulation')
    const visits = await this.observe(() => comeInBySideDoor(person, this.scenario), 'oauth-simulation')
    const asOwner = await this.observe(() => comeAsOwner(person, owner, this.scenario), 'oauth-simulation')
    this.judge(
      sideDoorKeepsAway(asOwner),
      sentToErrorPage('withheld-consent-signs-nobody-in', 'access_denied', withheld),
      ...sideDoor(knocks, visits, ASKED_FOR, this.scenario.limitOf('connectionClose')),
    )
  },
)

/** Whoever claims an address is told that it has an account, whether or not it is confirmed. */
function claimed(unconfirmedSlug: Slug, confirmedSlug: Slug, seen: Seen<ClaimedAddress>): Check[] {
  return [
    sentToErrorPage(
      unconfirmedSlug,
      ERROR,
      seenAs(seen, ({ unconfirmed }) => unconfirmed),
    ),
    sentToErrorPage(
      confirmedSlug,
      ERROR,
      seenAs(seen, ({ confirmed, inCapitals }) =>
        isOnErrorPage(inCapitals, ERROR) ? confirmed : inCapitals,
      ),
    ),
  ]
}
