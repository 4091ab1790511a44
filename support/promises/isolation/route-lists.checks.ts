import type { RoutesAnswer } from '#contract/service-answers'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** What the platform publishes, and what is known here. */
export interface RouteLists {
  readonly published: RoutesAnswer
  /** `GET /api/threads/{id}` */
  readonly routes: readonly string[]
  /** Types of message. */
  readonly messages: readonly string[]
  /** Of both, what need not be there. */
  readonly optional: readonly string[]
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']

/** What is published is what was tried: no more, and no less. */
export function noAddressLeftOut(seen: Seen<RouteLists>): Check {
  const expected = 'the routes and messages published are those tried'
  return check('no-address-left-out', expected, seen, ({ published, routes, messages, optional }) => {
    const theirs = routesIn(published)
    const said = published['x-live-client-messages']
    const odd = [
      ...differences(theirs, routes, optional),
      ...differences(said, messages, optional).map((difference) => `message ${difference}`),
    ]
    const observed = odd.join('; ') || `${theirs.length} routes and ${said.length} types of message`
    return settle(theirs.length > 0 && said.length > 0 && odd.length === 0, { observed })
  })
}

/** As they are called here, whatever their ids are called there. */
function routesIn({ paths }: RoutesAnswer): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => method in methods).map(
      (method) => `${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '{id}')}`,
    ),
  )
}

function differences(
  published: readonly string[],
  known: readonly string[],
  optional: readonly string[],
): string[] {
  return [
    ...published.filter((name) => !known.includes(name)).map((name) => `${name} is not known here`),
    ...known
      .filter((name) => ![...published, ...optional].includes(name))
      .map((name) => `${name} is not published`),
  ]
}
