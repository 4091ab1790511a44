import type { Answer } from '#clients/answer'
import { LIMITS } from '#contract/limits'
import { ROUTES, type RouteName } from '#contract/routes'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

/** What came of bodies that nothing can be done with. */
export interface OddBodies {
  /** Such as are not what is due. */
  readonly unreadable: readonly Attempt[]
  readonly tooLarge: readonly Attempt[]
  /** As large as may be, and of no use otherwise. */
  readonly justFits: readonly Attempt[]
}

type Fields = Readonly<Record<string, unknown>>

/** What each call takes; nothing is opened by these. */
const CALLS: Partial<Record<RouteName, Fields>> = {
  register: { email: 'no address', password: 'too short' },
  login: { email: 'nobody@people.netra.example', password: 'of nobody' },
  refresh: { refresh_token: 'none' },
  validate: { token: 'none' },
  testAuth: { email: 'no address' },
}

/** Bodies that are not what is due, by what they are. */
const UNREADABLE: Readonly<Record<string, (due: Fields) => string>> = {
  'broken JSON': (due) => JSON.stringify(due).slice(0, -1),
  'no JSON': () => 'email=me',
  'a list': (due) => JSON.stringify([due]),
  'numbers for words': (due) => JSON.stringify(Object.fromEntries(Object.keys(due).map((name) => [name, 7]))),
  'nothing at all': () => '',
  'nothing in it': () => '{}',
}

/** Kilobytes may be counted either way. */
const [FITS, TOO_LARGE] = [Math.floor(LIMITS.bodyBytes * 0.95), LIMITS.bodyBytes + 10 * 1024]

/** Sends bodies of each kind to every call of the auth service that takes one, all at once. */
export async function sendOddBodies(
  person: Person,
  { target, offers, faults }: Scenario,
): Promise<OddBodies> {
  const key = offers.has('oauth-simulation') ? target.simulationKey : undefined
  const calls = Object.entries(CALLS).filter(([name]) => name !== 'testAuth' || key !== undefined)
  const headers: Record<string, string> = key === undefined ? {} : { 'x-e2e-bypass-key': key }
  const toAll = (what: string, bodyOf: (due: Fields) => string): Promise<Attempt[]> =>
    Promise.all(
      calls.map(async ([name, due]) => {
        const route = ROUTES[name as RouteName]
        const details = name === 'testAuth' ? { headers } : {}
        const answer: Answer = await person.http.call(route, { ...details, text: bodyOf(due) })
        // What it is answered is judged, whatever it is.
        if (answer.status >= 500) faults.expectExchange(answer.exchange)
        return attemptOf(`${what} at ${route.name}`, answer)
      }),
    )
  const [unreadable, tooLarge, justFits] = await Promise.all([
    Promise.all(Object.entries(UNREADABLE).map(([what, bodyOf]) => toAll(what, bodyOf))),
    toAll('far too much', (due) => padded(due, TOO_LARGE)),
    toAll('as much as may be', (due) => padded(due, FITS)),
  ])
  return { unreadable: unreadable.flat(), tooLarge, justFits }
}

/** The same body, blown up to so many bytes by a field that nobody asks for. */
function padded(due: Fields, bytes: number): string {
  const empty = JSON.stringify({ ...due, note: '' }).length
  return JSON.stringify({ ...due, note: 'x'.repeat(bytes - empty) })
}
