import { expect } from 'chai'
import { check, settle, type Check } from '#expect/check'
import { withoutMoment } from '#promises/shared/account.checks'
import type { Attempt } from '#promises/shared/refusals.checks'

/** Somebody who signs in anew, with what was there before and what is there now. */
export interface ComingBack {
  readonly logIn: Attempt
  readonly before: unknown
  /** Missing when the sign-in failed. */
  readonly after: unknown
}

/** @param title of a conversation that has to be there */
export function workAsLeft(title: string, { logIn, before, after }: ComingBack): Check[] {
  return [
    check('own-password-opens', 'a new session', undefined, () =>
      settle(logIn.status === 200, { observed: `${logIn.what}: ${logIn.status}` }),
    ),
    check('earlier-work-is-there', `"${title}" and everything else as before`, undefined, () => {
      expect(withoutMoment(after ?? null), 'her account and work').to.deep.equal(withoutMoment(before))
      const isThere = JSON.stringify(after).includes(`"title":"${title} of `)
      return settle(isThere, { observed: isThere ? 'all of it is there' : `"${title}" is missing` })
    }),
  ]
}
