import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { accountChanges, describeChanges, type AccountState } from '#promises/shared/account.checks'
import type { Attempt } from '#promises/shared/refusals.checks'

/** Somebody's account and work, before much has happened and afterwards. */
export interface WorkAcrossAbsence {
  readonly before: AccountState
  readonly after: AccountState
}

/** The own password opens a new session. */
export function ownPasswordOpens(seen: Seen<Attempt>): Check {
  return check('own-password-opens', 'a new session', seen, ({ what, status }) =>
    settle(status === 200, { observed: `${what}: ${status}` }),
  )
}

/** Account and work are as they were. @param title of a conversation that has to be there */
export function workAsLeft(title: string, seen: Seen<WorkAcrossAbsence>): Check {
  const expected = `"${title}" and everything else as before`
  return check('earlier-work-is-there', expected, seen, ({ before, after }) => {
    const changes = accountChanges(before, after)
    const isThere = after.threads.some(({ thread }) => thread.title?.startsWith(`${title} of `))
    const missing = isThere ? '' : `"${title}" is missing; `
    return settle(isThere && changes.length === 0, { observed: missing + describeChanges(changes) })
  })
}
