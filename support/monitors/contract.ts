import type { z } from 'zod'
import { schemaErrorIn } from '#contract/schema-error'
import { ROUTES, routeNamed, type Route, type RouteName } from '#contract/routes'
import { ACCESS, type Access } from '#contract/access'
import type { Exchange, ReceivedResponse, WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { parseJson } from '#contract/json'
import { locate, type Finding } from './finding.ts'

/** Routes that need to know who asks, and whose answers say nothing of anybody. */
const NOBODYS: readonly string[] = ['logout', 'cancelRun', 'deleteThread']

/** Routes whose answers hold tokens or anything of a person's. */
const PRIVATE: readonly Route[] = Object.entries<Access>(ACCESS).flatMap(([name, { by }]) =>
  by === 'public' || NOBODYS.includes(name) ? [] : [ROUTES[name as RouteName]],
)

/** Compares every answer and every frame with what the contract promises. */
export class ContractWatch implements WireObserver {
  readonly #findings: Finding[] = []
  readonly #greeted = new Set<number>()

  get findings(): readonly Finding[] {
    return this.#findings
  }

  exchange(exchange: Exchange): void {
    const { route: name, service, response, request, number } = exchange
    const route = name === undefined ? undefined : routeNamed(name, service)
    // A server fault is a finding of its own kind.
    if (!route || !response || response.status >= 500) return
    const where = `${route.name} (${locate({ kind: 'exchange', number })})`
    const schema = route.answers[response.status]
    if (schema === undefined)
      this.#note(`${where} answered ${response.status}, which the contract does not know`)
    else if (schema) this.#compare(where, response.status, schema, response.body)
    if (isPrivate(route) && response.status < 400 && !isKeptNowhere(response))
      this.#note(`${where} holds what is somebody's, and may be kept on the way: it says no "no-store"`)
    const echoed = response.headers['x-request-id']
    if (service === 'backend' && echoed !== request.headers['x-request-id']) {
      this.#note(`${where} did not echo the caller's request id`)
    }
  }

  frame({ connection, at, parsed }: WireFrame): void {
    if (!parsed) return
    const where = locate({ kind: 'frame', connection, at })
    if (parsed.type === 'unreadable')
      return this.#note(`${where} is not what the contract promises: ${parsed.fault}`)
    const isWelcome = parsed.type === 'connection_established'
    if (isWelcome === this.#greeted.has(connection) && parsed.type !== 'error_message') {
      this.#note(`${where}: ${parsed.type} came ${isWelcome ? 'a second time' : 'before the welcome'}`)
    }
    this.#greeted.add(connection)
  }

  #compare(where: string, status: number, schema: z.ZodType, body: string): void {
    const { error } = schema.safeParse(parseJson(body))
    if (error)
      this.#note(`${where} answered ${status} with something else than promised: ${schemaErrorIn(error)}`)
  }

  #note(text: string): void {
    this.#findings.push({ text })
  }
}

function isPrivate(route: Route): boolean {
  return PRIVATE.includes(route)
}

/** Whether nobody on the way may keep an answer; one without anything in it may be kept by anybody. */
function isKeptNowhere({ headers, body }: ReceivedResponse): boolean {
  const isEmpty = body === '' && headers['location'] === undefined
  return isEmpty || /\bno-store\b/i.test(headers['cache-control'] ?? '')
}
