import type { DataTable } from '@cucumber/cucumber'
import { groundedAnswer } from '#promises/shared/answers.checks'
import {
  noPassInAnAddress,
  oneAccount,
  rightsOfAMember,
  startIsBound,
} from '#promises/authentication/provider-sign-in.checks'
import {
  claimedAddress,
  tamperingRefused,
  sentToErrorPage,
} from '#promises/authentication/oauth-tampering.checks'
import { sideDoor } from '#promises/authentication/side-door.checks'
import {
  becomeKnown,
  PROVIDER_SIGN_INS,
  rightsOf,
  signInThroughProvider,
} from '#promises/authentication/provider-sign-in'
import { claimAddress, withholdConsent } from '#promises/authentication/provider-claims'
import { TAMPERING_IDS, tamperWith } from '#promises/authentication/oauth-tampering'
import { comeAndAsk } from '#promises/shared/questions'
import { ASKED_FOR, comeInBySideDoor, knockWithoutKey } from '#promises/authentication/side-door'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

Given('{user} is known to the outside provider by an address of her own', async function (person: Person) {
  await becomeKnown(person, this.scenario)
})

When('{user} signs in through the outside provider on two occasions', async function (person: Person) {
  await signInThroughProvider(person, this.scenario, 2)
})

Then(
  '{user} has one account, and the same rights as {user}',
  async function (person: Person, member: Person) {
    const signIns = person.memory.recall(PROVIDER_SIGN_INS)
    await this.judge(
      oneAccount(person.registration.email, signIns),
      rightsOfAMember(
        () => rightsOf(person),
        () => rightsOf(member),
      ),
    )
  },
)

Then("{user}'s question is answered", async function (person: Person) {
  await this.judge(groundedAnswer('AUTH-2.question-answered', () => comeAndAsk(person)))
})

Then(
  "each sign-in of {user}'s belonged to the browser that began it, and put no pass in an address",
  async function (person: Person) {
    const signIns = person.memory.recall(PROVIDER_SIGN_INS)
    await this.judge(...startIsBound(signIns), noPassInAnAddress(signIns))
  },
)

Then(
  "{user} gets nowhere with a sign-in of {user}'s when",
  async function (intruder: Person, owner: Person, tamperings: DataTable) {
    const trips = await tamperWith({ owner, intruder, scenario: this.scenario }, tamperings.raw().flat())
    await this.judge(...TAMPERING_IDS.map((id) => tamperingRefused(id, () => trips)))
  },
)

Then(
  "{user} cannot get into {user}'s account by claiming his address at the outside provider",
  async function (intruder: Person, owner: Person) {
    await this.judge(...claimedAddress(() => claimAddress(intruder, owner, this.scenario)))
  },
)

Then(
  '{user} is signed in neither without his consent, nor by the side door for testers without its key',
  async function (person: Person) {
    const withhold = () => withholdConsent(person, this.scenario)
    const knock = () => knockWithoutKey(person, this.scenario)
    const visit = () => comeInBySideDoor(person, this.scenario)
    await this.judge(
      sentToErrorPage('AUTH-2.withheld-consent-signs-nobody-in', 'access_denied', withhold),
      ...sideDoor(knock, visit, ASKED_FOR),
    )
  },
)
