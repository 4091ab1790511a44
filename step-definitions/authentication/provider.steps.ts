import type { DataTable } from '@cucumber/cucumber'
import { seenAs } from '#expect/seen'
import { TAMPERINGS, tamperWith } from '#promises/authentication/oauth-tampering'
import { sentToErrorPage, tamperingRefused } from '#promises/authentication/oauth-tampering.checks'
import { claimAddress, withholdConsent } from '#promises/authentication/provider-claims'
import { becomeKnown, rightsOf, signInThroughProvider } from '#promises/authentication/provider-sign-in'
import {
  noTokenInAnAddress,
  oneAccount,
  rightsOfAMember,
  startIsBound,
} from '#promises/authentication/provider-sign-in.checks'
import { ASKED_FOR, comeInBySideDoor, knockWithoutKey } from '#promises/authentication/side-door'
import { sideDoor } from '#promises/authentication/side-door.checks'
import { authenticationOf } from '#promises/authentication/state'
import { readTable } from '#promises/shared/phrase-table'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

/** Has an identity at the outside provider, with an address that she has confirmed there. */
Given(
  '{user} is known to the outside provider by an address of her/his/their own',
  async function (person: Person) {
    await becomeKnown(person, this.scenario)
  },
)

/** Signs in there so many times, each time in a new browser. */
When(
  '{user} signs in through the outside provider on {count} occasions',
  async function (person: Person, times: number) {
    await signInThroughProvider(person, this.scenario, times)
  },
)

/** Each sign-in led to the same account, which may do what anybody may who registered with a password. */
Then(
  '{user} has one account, and the same rights as {user}',
  async function (person: Person, member: Person) {
    const signIns = await this.observe(() => authenticationOf(person).signIns.get(), 'oauth-google')
    const own = await this.observe(() => rightsOf(person), 'oauth-google')
    const members = await this.observe(() => rightsOf(member))
    this.judge(oneAccount(person.registration.email, signIns), rightsOfAMember(own, members))
  },
)

/** Each sign-in began with what binds it to its browser, and handed nothing over where others can read it. */
Then(
  "each sign-in of {user}'s belonged to the browser that began it, and put no pass in an address",
  async function (person: Person) {
    const signIns = await this.observe(() => authenticationOf(person).signIns.get(), 'oauth-google')
    this.judge(...startIsBound(signIns), noTokenInAnAddress(signIns))
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

/** Claims another's address there, without and with showing that it is one's own: told that it has an account. */
Then(
  "{user} cannot get into {user}'s account by claiming her/his/their address at the outside provider",
  async function (intruder: Person, owner: Person) {
    const seen = await this.observe(() => claimAddress(intruder, owner, this.scenario), 'oauth-google')
    const unconfirmed = seenAs(seen, (claim) => claim.unconfirmed)
    const confirmed = seenAs(seen, (claim) => claim.confirmed)
    this.judge(
      sentToErrorPage('unconfirmed-address-takes-nothing', 'account_exists', unconfirmed),
      sentToErrorPage('confirmed-address-takes-nothing', 'account_exists', confirmed),
    )
  },
)

/** Withholds consent at the provider, and knocks at the side door for tests without its key and with it. */
Then(
  '{user} is signed in neither without her/his/their consent, nor by the side door for testers without its key',
  async function (person: Person) {
    const withheld = await this.observe(() => withholdConsent(person, this.scenario), 'oauth-google')
    const knocks = await this.observe(() => knockWithoutKey(person, this.scenario), 'oauth-simulation')
    const visits = await this.observe(() => comeInBySideDoor(person, this.scenario), 'oauth-simulation')
    this.judge(
      sentToErrorPage('withheld-consent-signs-nobody-in', 'access_denied', withheld),
      ...sideDoor(knocks, visits, ASKED_FOR),
    )
  },
)
