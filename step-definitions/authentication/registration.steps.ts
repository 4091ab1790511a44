import type { DataTable } from '@cucumber/cucumber'
import { whoIsThis } from '#promises/authentication/identity'
import { onePerson } from '#promises/authentication/identity.checks'
import { NAMES, registerGreedily, registerNamed, returnGreedily } from '#promises/authentication/newcomers'
import { rightsNotGiven, toldAsTheyAre } from '#promises/authentication/newcomers.checks'
import { tryPasswords } from '#promises/authentication/passwords'
import { passwordCountsWhole } from '#promises/authentication/passwords.checks'
import { aftermathOf, MISTAKES, tryMistakes, tryToTakeAddress } from '#promises/authentication/registration'
import {
  accountUntouched,
  addressTaken,
  mistakesRefused,
  sessionOpened,
} from '#promises/authentication/registration.checks'
import { registerAtOnce } from '#promises/authentication/rush'
import { oneGetsIn } from '#promises/authentication/rush.checks'
import { accountState } from '#promises/shared/account'
import { groundedAnswer, threadHolds } from '#promises/shared/answers.checks'
import { askFor, questionAndAnswerOf, threadContentOf } from '#promises/shared/asking'
import { costQuestion } from '#promises/shared/assignments'
import { readTable } from '#promises/shared/phrase-table'
import type { Person } from '#world/person'
import { Then } from '#world/steps'

/** Signed in as registered, and everybody who says who she is says the same: both services, and the live line. */
Then(
  '{user} is the same person wherever she/he/they is/are asked who she/he/they is/are',
  async function (person: Person) {
    const { email } = person.registration
    const statements = await this.observe(() => whoIsThis(person, person.device))
    this.judge(
      sessionOpened(email, person.device.session),
      onePerson('one-identity-everywhere', email, statements),
    )
  },
)

/** Asks a question in a conversation that is begun for it, and is answered; both are kept there. */
Then(
  '{user} can ask her/his/their first question, and is answered in a conversation of her/his/their own',
  async function (person: Person) {
    await askFor(person, costQuestion(person))
    const answer = await this.observe(() => questionAndAnswerOf(person))
    const content = await this.observe(() => threadContentOf(person))
    this.judge(
      groundedAnswer('first-question-answered', answer),
      threadHolds('conversation-holds-both', content),
    )
  },
)

/** Tries to register another's address in several spellings: in vain, and nothing of hers has changed. */
Then(
  "{user} cannot register {user}'s address, however it is spelled",
  async function (intruder: Person, owner: Person) {
    const before = await accountState(owner)
    const attempts = await this.observe(() => tryToTakeAddress(intruder, owner))
    const aftermath = await this.observe(() => aftermathOf(owner, intruder, before))
    this.judge(addressTaken(attempts, `${owner.name} herself is in`), accountUntouched(aftermath))
  },
)

/** Registers under each of these names, and besides asks for rights in every way that somebody might believe. */
Then(
  '{user} is called what he/she/they says/say and has/have no more rights than {user} for the asking, when his/her/their name',
  async function (person: Person, other: Person, table: DataTable) {
    const names = readTable(table.raw().flat(), NAMES, 'kind of name')
    const named = await this.observe(() => registerNamed(person, names))
    const greedy = await this.observe(async () => [
      ...(await registerGreedily(person, other)),
      ...(await returnGreedily(person, other)),
    ])
    this.judge(...toldAsTheyAre(named, this.scenario.skewMs.auth), rightsNotGiven(greedy))
  },
)

/** Signs in with passwords that are nearly right, of the shortest kind and of a long one. */
Then(
  "{user}'s password opens letter for letter and to its end, however long it is",
  async function (person: Person) {
    this.judge(passwordCountsWhole(await this.observe(() => tryPasswords(person))))
  },
)

/** Registers one address several times at once, with as many passwords. */
Then(
  'of several who register an address of {user} at the same moment, one gets in',
  async function (person: Person) {
    this.judge(oneGetsIn(await this.observe(() => registerAtOnce(person))))
  },
)

/** Registers with each of these mistakes: refused with a reason, and as free as before. */
Then(
  "{user}'s registration is refused with a reason, and leaves nothing behind, when",
  async function (person: Person, table: DataTable) {
    const mistakes = readTable(table.raw().flat(), MISTAKES, 'mistake')
    this.judge(...mistakesRefused(await this.observe(() => tryMistakes(person, mistakes))))
  },
)
