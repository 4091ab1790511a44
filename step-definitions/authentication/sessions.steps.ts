import {
  connectionEndsWithSession,
  renewed,
  watchingGoesOn,
  workGoesOn,
} from '#promises/authentication/renewal.checks'
import {
  doubleUseEndsTheSession,
  expiredOpensNothing,
  renewalAndEntryApart,
} from '#promises/authentication/session-limits.checks'
import { tryAccessPoints } from '#promises/shared/access-points'
import {
  connectionAcrossRenewal,
  refreshTokenOf,
  renew,
  RENEWAL,
  runAcrossRenewal,
  workOnBorrowedTime,
} from '#promises/authentication/renewal'
import {
  closeOfShortLivedConnection,
  SHORT_LIVED,
  waitUntilExpired,
} from '#promises/shared/short-lived-token'
import { refreshWithAccessToken, useRefreshTokenTwice } from '#promises/authentication/session-limits'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

Given(
  '{user} is watching a long piece of work, in a session that is about to run out',
  async function (person: Person) {
    await workOnBorrowedTime(person, this.scenario)
  },
)

When('{user} renews her session', async function (person: Person) {
  await renew(person)
})

Then('{user} is still herself, with a new pass and a new means of renewal', async function (person: Person) {
  const { before, after } = person.memory.recall(RENEWAL)
  await this.judge(...renewed(before, after))
})

Then(
  'the session that was not renewed opens nothing to {user} once its time is up',
  async function (person: Person) {
    const { token, control } = person.memory.recall(SHORT_LIVED)
    const ended = connectionEndsWithSession(() => closeOfShortLivedConnection(person, this.scenario), control)
    await waitUntilExpired(person, this.scenario)
    await this.judge(...expiredOpensNothing(await tryAccessPoints(person, { token }), control), ended)
  },
)

Then(
  "{user}'s watching and {user}'s work have gone on until the answer was there",
  async function (person: Person, _same: Person) {
    await this.judge(
      watchingGoesOn(() => connectionAcrossRenewal(person), 'the line that was not renewed has ended'),
      workGoesOn(() => runAcrossRenewal(person)),
    )
  },
)

Then('what renews opens nothing to {user}, and what opens does not renew', async function (person: Person) {
  const attempts = await tryAccessPoints(person, { token: refreshTokenOf(person.device) })
  const control = 'each was good for what it is meant for'
  await this.judge(...renewalAndEntryApart(await refreshWithAccessToken(person), attempts, control))
})

Then(
  "using a means of renewal twice ends that session of {user}'s and no other",
  async function (person: Person) {
    await this.judge(...doubleUseEndsTheSession(await useRefreshTokenTwice(person)))
  },
)
