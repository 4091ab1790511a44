import { LIVE_ACCESS } from '#contract/access'
import { RoutesAnswer } from '#contract/answers'
import { ROUTES, type Route } from '#contract/routes'
import type { RouteLists } from './trespass.checks.ts'
import type { Person } from '#world/person'

/** What the backend publishes of its routes and its live line, and what is known of them here. */
export async function routeLists({ http }: Person): Promise<RouteLists> {
  const answer = await http.call(ROUTES.publishedRoutes)
  const ofBackend = Object.values<Route>(ROUTES).filter(
    (route) => route.service === 'backend' && route !== ROUTES.publishedRoutes,
  )
  return {
    published: answer.must(200, RoutesAnswer),
    routes: ofBackend.map(({ name }) => name),
    messages: Object.keys(LIVE_ACCESS),
  }
}
