import { check, settle, type Check } from '#expect/check'
import type { TimeLimit } from '#contract/promises'
import { together, type Seen } from '#expect/seen'
import { allRefused, type Attempt } from '#promises/shared/refusals.checks'
import { lifeFaultsOf, type ProviderSession } from './provider-session.checks.ts'
import { describeRights, type Rights } from './provider-sign-in.checks.ts'

/** Somebody who came in by the side door for tests. */
export interface SideDoorVisit extends Rights {
  readonly userId: string
}

/** Visits with the key: twice by one address, once by another with the same name before the @. */
export interface SideDoorVisits {
  readonly first: SideDoorVisit
  readonly again: SideDoorVisit
  /** At the same moment as the first one. */
  readonly meanwhile: readonly SideDoorVisit[]
  readonly namesake: SideDoorVisit
  /** Of a session that came from there. */
  readonly life: ProviderSession
}

/** The side door opens to its key only, keeps people apart, and gives what was asked for. @param knocks without the key */
export function sideDoor(
  knocks: Seen<readonly Attempt[]>,
  visits: Seen<SideDoorVisits>,
  askedFor: readonly string[],
  limit: TimeLimit,
): Check[] {
  return [
    needsItsKey(knocks, visits),
    keepsPeopleApart(visits),
    givesWhatWasAskedFor(visits, askedFor, limit),
  ]
}

function needsItsKey(knocks: Seen<readonly Attempt[]>, visits: Seen<SideDoorVisits>): Check {
  const slug = 'side-door-needs-its-key'
  const seen = together(knocks, visits)
  return check(slug, 'a wrong key and no key: refused (401) with a reason', seen, ([attempts, letIn]) =>
    allRefused(slug, 401, attempts, `with the key: ${Object.keys(letIn).length} times let in`).judge(),
  )
}

function keepsPeopleApart(visits: Seen<SideDoorVisits>): Check {
  const expected = 'one address one person, two addresses two people'
  return check('side-door-keeps-people-apart', expected, visits, ({ first, again, meanwhile, namesake }) => {
    const observed = `${first.userId}, again ${again.userId}, the namesake ${namesake.userId}`
    const others = meanwhile.filter(({ userId }) => userId !== first.userId)
    const besides = others.map(({ userId }) => `, at the same moment ${userId}`).join('')
    const isOne = first.userId === again.userId && others.length === 0
    return settle(isOne && first.userId !== namesake.userId, { observed: observed + besides })
  })
}

function givesWhatWasAskedFor(
  visits: Seen<SideDoorVisits>,
  askedFor: readonly string[],
  limit: TimeLimit,
): Check {
  const expected = `the rights asked for: ${askedFor.join(', ')}; a session that renews and ends`
  return check('simulated-person-is-at-work', expected, visits, (all) => {
    const rights = [all.first, all.again, ...all.meanwhile, all.namesake].map(describeRights)
    const holds = rights.every(
      (granted) => granted === describeRights({ inToken: askedFor, atService: askedFor }),
    )
    const faults = lifeFaultsOf(all.life, limit)
    return settle(holds && faults.length === 0, { observed: [...new Set(rights), ...faults].join('; ') })
  })
}

/** The side door leads into no account that was not made there. */
export function sideDoorKeepsAway(seen: Seen<readonly Attempt[]>): Check {
  return allRefused('side-door-opens-no-other-account', 409, seen, 'a new address leads in')
}
