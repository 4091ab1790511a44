import type { DataTable } from '@cucumber/cucumber'
import { RENEWAL_KINDS, tryForgedRenewals } from '#promises/authentication/forged-renewals'
import { forgedRenewalsRefused } from '#promises/authentication/forged-renewals.checks'
import {
  connectionAcrossRenewal,
  refreshTokenOf,
  renew,
  renewLongAfter,
  runAcrossRenewal,
  workOnBorrowedTime,
} from '#promises/authentication/renewal'
import { renewed, watchingGoesOn, workGoesOn } from '#promises/authentication/renewal.checks'
import {
  refreshWithAccessToken,
  tryWhereNothingOpens,
  useRefreshTokenAtOnce,
  useRefreshTokenTwice,
} from '#promises/authentication/session-limits'
import {
  accessDoesNotRenew,
  doubleUseEndsTheSession,
  expiredOpensNothing,
  refreshDoesNotEnter,
  usedAtOnce,
} from '#promises/authentication/session-limits.checks'
import { authenticationOf } from '#promises/authentication/state'
import { askAboutNoToken, lifeOfSession, statementsOfToken } from '#promises/authentication/token-values'
import { lifeIsLimited, statementsTrue } from '#promises/authentication/token-values.checks'
import { sessionEndCloses } from '#promises/shared/connection-end.checks'
import { allRefused } from '#promises/shared/refusals.checks'
import { readTable } from '#promises/shared/phrase-table'
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
  await renew(person, this.scenario)
})

/** What the renewal gave is new, the same person's, and good for as long as is said, and no longer than is promised. */
Then(
  '{user} is still herself,/himself,/themselves, with a new pass and a new means of renewal',
  async function (person: Person) {
    const { before, after } = authenticationOf(person).renewal.get()
    const statements = await this.observe(() => statementsOfToken(person))
    const life = await this.observe(() => lifeOfSession(person))
    const nothing = await this.observe(() => askAboutNoToken(person))
    const control = 'what is good was looked at and renewed'
    this.judge(...renewed(before, after), statementsTrue(statements), lifeIsLimited(life))
    this.judge(allRefused('nothing-to-look-at-refused', 422, nothing, control))
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

/** Tries each of these kinds of refresh token in place of an honest one of the second's, which renews afterwards. */
Then(
  "{user} cannot renew {user}'s session with a means of renewal",
  async function (intruder: Person, owner: Person, table: DataTable) {
    const kinds = readTable(table.raw().flat(), RENEWAL_KINDS, 'kind of means of renewal')
    const seen = await this.observe(() => tryForgedRenewals(intruder, owner, this.scenario, kinds))
    this.judge(forgedRenewalsRefused(seen))
  },
)

/** Signs in twice more, and renews by the same means twice, later and at once: these sessions are over, the first is not. */
Then(
  "using a means of renewal twice, later or at once, ends that session of {user}'s with its lines, and no other",
  async function (person: Person) {
    const later = await this.observe(() => useRefreshTokenTwice(person, this.scenario))
    const atOnce = await this.observe(() => useRefreshTokenAtOnce(person))
    const limit = this.scenario.limitOf('connectionClose')
    this.judge(...doubleUseEndsTheSession(later, limit), ...usedAtOnce(atOnce))
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

/** The line that was renewed lives on with the new pass, the work came to its answer on it; and what she had before renews no more. */
Then(
  "{user}'s watching and her/his/their work have gone on until the answer was there",
  async function (person: Person) {
    const run = await this.observe(() => runAcrossRenewal(person))
    const connection = await this.observe(() => connectionAcrossRenewal(person))
    const again = await this.observe(() => renewLongAfter(person, this.scenario))
    const control = 'it was renewed by when that was new'
    this.judge(watchingGoesOn(connection), workGoesOn(run))
    this.judge(allRefused('spent-long-ago-refused', 401, again, control))
  },
)
