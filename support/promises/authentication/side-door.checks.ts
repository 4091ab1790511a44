import { expect } from 'chai'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { allRefused, type Attempt } from '#promises/shared/refusals.checks'

/** Somebody who came in by the side door for tests. */
export interface SideDoorVisit {
  readonly email: string
  readonly userId: string
  /** What the pass says they may do. */
  readonly inToken: readonly string[]
  /** What the auth service says they may do. */
  readonly atService: readonly string[]
}

/** @param knock tries without the right key @param visit comes in with it */
export function sideDoor(
  knock: Seen<readonly Attempt[]>,
  visit: Seen<readonly SideDoorVisit[]>,
  askedFor: readonly string[],
): Check[] {
  let visits: ReturnType<typeof visit> | undefined
  const once = (): ReturnType<typeof visit> => (visits ??= visit())
  return [needsItsKey(knock, once), keepsPeopleApart(once), givesWhatWasAskedFor(once, askedFor)]
}

function needsItsKey(knock: Seen<readonly Attempt[]>, visit: Seen<readonly SideDoorVisit[]>): Check {
  const id = 'side-door-needs-its-key'
  return check(slug, 'a wrong key and no key: refused (401) with a reason', knock, (attempts) => {
    return allRefused(id, 401, attempts, `with the key: ${(await visit()).length} times let in`).seen()
  })
}

function keepsPeopleApart(visit: Seen<readonly SideDoorVisit[]>): Check {
  const expected = 'one address one person, two addresses two people'
  return check('side-door-keeps-people-apart', expected, visit, ([first, again, namesake]) => {
    const observed = `${first?.userId}, again ${again?.userId}, the namesake ${namesake?.userId}`
    return settle(first?.userId === again?.userId && first?.userId !== namesake?.userId, { observed })
  })
}

function givesWhatWasAskedFor(visit: Seen<readonly SideDoorVisit[]>, askedFor: readonly string[]): Check {
  const wanted = [...askedFor].sort()
  return check(
    'simulated-person-is-at-work',
    `the rights asked for: ${wanted.join(', ')}`,
    undefined,
    async () => {
      for (const { inToken, atService } of await visit()) {
        expect([...inToken].sort(), 'rights in the pass').to.deep.equal(wanted)
        expect([...atService].sort(), 'rights at the service').to.deep.equal(wanted)
      }
      return { observed: `${wanted.join(', ')} each time` }
    },
  )
}
