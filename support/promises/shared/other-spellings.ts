import { ACCESS, type Access } from '#contract/access'
import { ROUTES, type Route, type RouteName } from '#contract/routes'
import { NotSeen, see } from '#expect/seen'
import { allOf } from '#waiting/all-of'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { AccessAttempt } from './access-points.checks.ts'
import { outOfOrder } from './guarded-routes.ts'

/** Every route that only reads, and asks who is there. */
const READING = Object.entries<Access>(ACCESS).flatMap(([name, { by }]): Route[] => {
  const route: Route = ROUTES[name as RouteName]
  return by === 'token' && route.method === 'GET' ? [route] : []
})

/** Paths that who stands at the door may take for others than who is behind it. */
const SPELLINGS: readonly ((path: string) => string)[] = [
  (path) => `${path}/`,
  (path) => path.toUpperCase(),
  (path) => `${path};v=1`,
  (path) => path.replace(/[a-z]$/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
]

/** Reads what takes a token without one, by paths that are spelled otherwise, and by asking for the head of it alone. */
export function tryOtherSpellings(person: Person, { target }: Scenario): Promise<AccessAttempt[]> {
  const requests = READING.flatMap(({ service, path }) => [
    ...SPELLINGS.map((spell) => ({ service, method: 'GET', path: spell(path) })),
    { service, method: 'HEAD', path },
  ])
  return allOf(
    requests.map(async ({ service, method, path }) => {
      const request = { method, url: target.addresses[service] + path, headers: {}, body: undefined }
      const answer = await see(() => person.http.send(service, request))
      const accessPoint = `${method} ${path}`
      if (answer instanceof NotSeen) return outOfOrder(accessPoint, answer)
      const { status, headers } = answer
      // Pages that are shown for whatever is asked for show nothing of anybody's.
      const isOpen = status >= 200 && status < 300 && headers['content-type']?.includes('json') === true
      const outcome = isOpen ? 'open' : 'refused'
      return { accessPoint, outcome, how: answer.describe(), texts: [], explained: true }
    }),
  )
}
