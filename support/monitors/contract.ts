import type { z } from 'zod'
import { ACCESS, type Access } from '#contract/access'
import { countTogether, type CountedDeviation, type Weight } from '#contract/deviation'
import { misfitsIn } from '#contract/frames'
import { parseJson } from '#contract/json'
import { issuedTokenIn } from '#contract/issued-token'
import { read, type Misfit } from '#contract/reading'
import { asPromised, ROUTES, routeNamed, type Route, type RouteName } from '#contract/routes'
import type { Exchange, ReceivedResponse, WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { locate } from './finding.ts'
import { statedOtherwise } from './stated.ts'

const NO_CONTENT = 204

/** Routes that need to know who asks, and whose answers say nothing of anybody. */
const NOBODYS: readonly string[] = ['logout', 'cancelRun', 'deleteThread']

/** Routes whose answers hold tokens or anything of a person's. */
const PRIVATE: readonly Route[] = Object.entries<Access>(ACCESS).flatMap(([name, { by }]) =>
  by === 'public' || NOBODYS.includes(name) ? [] : [ROUTES[name as RouteName]],
)

/** Compares every answer and every frame with what the contract promises: each kind of difference is one finding. */
export class ContractWatch implements WireObserver {
  readonly #met: CountedDeviation[] = []
  readonly #greeted = new Set<number>()

  /** Each kind once, with how often it was met and where first. */
  get deviations(): readonly CountedDeviation[] {
    return countTogether(this.#met)
  }

  exchange(exchange: Exchange): void {
    const { route: name, service, response, number, trouble } = exchange
    const route = name === undefined ? undefined : routeNamed(name, service)
    // A server fault is a finding of its own kind.
    if (!route || !response || response.status >= 500 || trouble) return
    const [where, place] = [route.name, locate({ kind: 'exchange', number })]
    const { status, body } = response
    const schema = route.answers[asPromised(route, status)]
    if (schema) this.#noteAll(`${where}${statusIfError(status)}`, misfitsOf(schema, body), place)
    this.#noteIssue(where, handedOverBy(response) ?? body, place)
    this.#noteStatus(route, response, place)
    if (isPrivate(route) && status < 400 && !isKeptNowhere(response))
      this.#note(
        `${where}: holds what is somebody's, and may be kept on the way: it says no "no-store"`,
        'breaks',
        place,
      )
    for (const text of statedOtherwise(exchange, response)) this.#note(text, 'breaks', place)
  }

  frame({ connection, at, parsed }: WireFrame): void {
    if (!parsed) return
    const { type } = parsed
    const place = locate({ kind: 'frame', connection, at })
    if (type === 'unreadable' && parsed.kind)
      return this.#note(
        `frame ${parsed.kind}: a kind of frame that the contract does not know`,
        'differs',
        place,
      )
    if (type === 'unreadable')
      return this.#note(`a frame on the line is none of the contract's: ${parsed.fault}`, 'breaks', place)
    this.#noteAll(`frame ${type}`, misfitsIn(parsed), place)
    const isWelcome = type === 'connection_established'
    if (isWelcome === this.#greeted.has(connection) && type !== 'error_message') {
      const when = isWelcome ? 'came a second time' : 'came before the welcome'
      this.#note(`frame ${type}: ${when}`, 'breaks', place)
    }
    this.#greeted.add(connection)
  }

  #noteIssue(where: string, body: string, place: string): void {
    const issued = issuedTokenIn(body)
    if (!issued) return
    this.#noteAll(`the pass of ${where}`, issued.misfits, place)
    for (const fault of issued.lifeFaults) this.#note(`${where}: ${fault}`, 'breaks', place)
  }

  #noteStatus(route: Route, response: ReceivedResponse, place: string): void {
    const { status } = response
    if (status in route.answers) return
    const due = Object.keys(route.answers).join(', ')
    const text = `${route.name}: answered ${status}, where the contract knows ${due}`
    this.#note(text, weightOf(route, response), place)
  }

  #noteAll(where: string, misfits: readonly Misfit[], place: string): void {
    const texts = new Map(misfits.map(({ path, what, weight }) => [`${nameOf(path)} ${what}`, weight]))
    for (const [text, weight] of texts) this.#note(`${where}: ${text}`, weight, place)
  }

  #note(text: string, weight: Weight, first: string): void {
    this.#met.push({ text, weight, count: 1, first })
  }
}

/** What a redirect hands over in its fragment, as a body would. */
function handedOverBy({ headers: { location = '' } }: ReceivedResponse): string | undefined {
  const [, fragment] = location.split('#')
  return fragment === undefined
    ? undefined
    : JSON.stringify(Object.fromEntries(new URLSearchParams(fragment)))
}

function misfitsOf(schema: z.ZodType, body: string): readonly Misfit[] {
  return read(schema, parseJson(body)).misfits
}

function nameOf(path: string): string {
  return path === '' ? 'the whole body' : `\`${path}\``
}

function statusIfError(status: number): string {
  return status >= 400 ? ` ${status}` : ''
}

/** To be denied in another way than the contract's is a denial all the same, and done is done, told as it is due. */
function weightOf(route: Route, { status, body }: ReceivedResponse): Weight {
  const promised = asPromised(route, status)
  const isDone = promised !== status && (promised !== NO_CONTENT || body === '')
  return status >= 400 || isDone ? 'differs' : 'breaks'
}

function isPrivate(route: Route): boolean {
  return PRIVATE.includes(route)
}

/** Whether nobody on the way may keep an answer; one without anything in it may be kept by anybody. */
function isKeptNowhere({ headers, body }: ReceivedResponse): boolean {
  const isEmpty = body === '' && headers['location'] === undefined
  return isEmpty || /\bno-store\b/i.test(headers['cache-control'] ?? '')
}
