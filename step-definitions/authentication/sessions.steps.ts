import {
  connectionAcrossRenewal,
  refreshTokenOf,
  renew,
  runAcrossRenewal,
  workOnBorrowedTime,
} from '#promises/authentication/renewal'
import { renewed, watchingGoesOn, workGoesOn } from '#promises/authentication/renewal.checks'
import {
  refreshWithAccessToken,
  tryWhereNothingOpens,
  useRefreshTokenTwice,
} from '#promises/authentication/session-limits'
import {
  accessDoesNotRenew,
  doubleUseEndsTheSession,
  expiredOpensNothing,
  refreshDoesNotEnter,
} from '#promises/authentication/session-limits.checks'
import { authenticationOf } from '#promises/authentication/state'
import { sessionEndCloses } from '#promises/shared/connection-end.checks'
import {
  closeOfShortLivedConnection,
  shortLivedTokenOf,
  waitUntilExpired,
} from '#promises/shared/short-lived-token'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

/** Registers, and has asked for work that outlasts the pass that her line lives by: two or three seconds. */
Given(
  '{user} is watching a long piece of work, in a session that is about to run out',
  async function (person: Person) {
    await workOnBorrowedTime(person, this.scenario)
  },
)

/** Renews the session, and tells the line on which the work is watched. */
When('{user} renews her/his/their session', async function (person: Person) {
  await renew(person)
})

/** What the renewal gave is new, the same person's, and good for as long as is said. */
Then(
  '{user} is still herself,/himself,/themselves, with a new pass and a new means of renewal',
  function (person: Person) {
    const { before, after } = authenticationOf(person).renewal.get()
    this.judge(...renewed(before, after))
  },
)

/** Each is tried as the other: refused. */
Then('what renews opens nothing to {user}, and what opens does not renew', async function (person: Person) {
  const entries = await this.observe(() =>
    tryWhereNothingOpens(person, refreshTokenOf(person.device), this.scenario),
  )
  const refresh = await this.observe(() => refreshWithAccessToken(person))
  this.judge(
    accessDoesNotRenew(refresh, 'her means of renewal gave the session'),
    refreshDoesNotEnter(entries, 'she works with the pass that came with it'),
  )
})

/** Signs in once more and renews that session twice by the same means: it is over, and the first one is not. */
Then(
  "using a means of renewal twice ends that session of {user}'s and no other",
  async function (person: Person) {
    this.judge(...doubleUseEndsTheSession(await this.observe(() => useRefreshTokenTwice(person))))
  },
)

/** Waits for the end of the session that nobody renewed: its pass opens nothing, and its line is closed in time. */
Then(
  'the session that was not renewed opens nothing to {user} once its time is up',
  async function (person: Person) {
    const { token, control } = shortLivedTokenOf(person)
    await waitUntilExpired(person, this.scenario)
    const entries = await this.observe(() => tryWhereNothingOpens(person, token, this.scenario))
    const close = await this.observe(() => closeOfShortLivedConnection(person), 'expiry-enforced-live')
    const limit = this.scenario.limitOf('connectionClose')
    this.judge(
      ...expiredOpensNothing(entries, control),
      sessionEndCloses('expiry-ends-the-line', close, limit, control),
    )
  },
)

/** The line that was renewed lives on with the new pass, and the work has come to its answer on it. */
Then(
  "{user}'s watching and her/his/their work have gone on until the answer was there",
  async function (person: Person) {
    const run = await this.observe(() => runAcrossRenewal(person))
    const connection = await this.observe(() => connectionAcrossRenewal(person))
    this.judge(watchingGoesOn(connection), workGoesOn(run))
  },
)
