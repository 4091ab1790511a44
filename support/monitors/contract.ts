import type { z } from 'zod'
import { ACCESS, type Access } from '#contract/access'
import { countTogether, type CountedDeviation, type Weight } from '#contract/deviation'
import { BEFORE_WELCOME, misfitsIn, type ReceivedFrame } from '#contract/frames'
import { parseJson } from '#contract/json'
import { issuedTokenIn } from '#contract/issued-token'
import { isSupervisor } from '#contract/observed-run'
import { PROMISED } from '#contract/promises'
import { read, type Misfit } from '#contract/reading'
import { asPromised, ROUTES, routeNamed, type Route, type RouteName } from '#contract/routes'
import type { Exchange, ReceivedResponse, WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { isKeptNowhere, ofError, weightOfStatus } from './contract-weights.ts'
import { locate } from './finding.ts'
import { statedOtherwise } from './stated.ts'

/** Routes that need to know who asks, and whose answers say nothing of anybody. */
const NOBODYS: readonly string[] = ['logout', 'cancelRun', 'deleteThread']

/** Routes whose answers hold tokens or anything of a person's. */
const PRIVATE: readonly Route[] = Object.entries<Access>(ACCESS).flatMap(([name, { by }]) =>
  by === 'public' || NOBODYS.includes(name) ? [] : [ROUTES[name as RouteName]],
)

const UNKNOWN_KIND = 'a kind of frame that the contract does not know'
const GRAIN_SECONDS = 1
const MAY_BE_KEPT = `holds what is somebody's, and may be kept on the way: it says no "no-store"`

/** Compares every answer and every frame with what the contract promises: each kind of difference is one finding. */
export class ContractWatch implements WireObserver {
  readonly #met: CountedDeviation[] = []
  readonly #greeted = new Set<number>()
  readonly #lives: number[] = []

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
    if (schema)
      this.#noteAll(`${where}${statusIfError(status)}`, ofError(misfitsOf(schema, body), response), place)
    this.#noteIssue(where, handedOverBy(response) ?? body, place)
    this.#noteStatus(route, response, place)
    if (isPrivate(route) && status < 400 && !isKeptNowhere(response))
      this.#note(`${where}: ${MAY_BE_KEPT}`, 'breaks', place)
    for (const text of statedOtherwise(exchange, response)) this.#note(text, 'breaks', place)
  }

  frame({ connection, at, parsed }: WireFrame): void {
    if (!parsed) return
    const { type } = parsed
    const place = locate({ kind: 'frame', connection, at })
    if (type === 'unreadable' && parsed.kind) {
      const what = parsed.fault === BEFORE_WELCOME ? 'came before the welcome' : UNKNOWN_KIND
      return this.#note(`frame ${parsed.kind}: ${what}`, 'differs', place)
    }
    if (type === 'unreadable')
      return this.#note(`a frame on the line is none of the contract's: ${parsed.fault}`, 'breaks', place)
    this.#noteAll(`frame ${type}`, [...misfitsIn(parsed), ...untoldIn(parsed)], place)
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
    for (const { text, weight } of issued.lifeFaults) this.#note(`${where}: ${text}`, weight, place)
    this.#noteLife(where, issued.life, place)
  }

  /** Who is configured to let passes live longer than is promised lets all of them. */
  #noteLife(where: string, life: number, place: string): void {
    this.#lives.push(life)
    const [least, most] = [Math.min(...this.#lives), Math.max(...this.#lives)]
    const promised = PROMISED.accessLifetime.ms / 1000
    if (most > promised + GRAIN_SECONDS && most > least + GRAIN_SECONDS)
      this.#note(
        `${where}: one pass lives ${least} s, another ${most} s, of ${promised} s at most`,
        'breaks',
        place,
      )
  }

  #noteStatus(route: Route, response: ReceivedResponse, place: string): void {
    const { status } = response
    if (status in route.answers) return
    const due = Object.keys(route.answers).join(', ')
    const text = `${route.name}: answered ${status}, where the contract knows ${due}`
    this.#note(text, weightOfStatus(route, response), place)
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

/** What is no JSON is read as text: only nothing is missing. */
function misfitsOf(schema: z.ZodType, body: string): readonly Misfit[] {
  return read(schema, parseJson(body) ?? (body.trim() || undefined)).misfits
}

function nameOf(path: string): string {
  return path === '' ? 'the whole body' : `\`${path}\``
}

function statusIfError(status: number): string {
  return status >= 400 ? ` ${status}` : ''
}

/** How long the whole work took is only told, and by the supervisor alone. */
function untoldIn(frame: ReceivedFrame): readonly Misfit[] {
  const isDue = frame.type === 'agent_completed' && isSupervisor(frame.payload.agent_name)
  const isTold = !isDue || frame.payload.execution_time_ms !== undefined
  return isTold ? [] : [{ path: 'payload.execution_time_ms', what: 'is missing', weight: 'differs' }]
}

function isPrivate(route: Route): boolean {
  return PRIVATE.includes(route)
}
