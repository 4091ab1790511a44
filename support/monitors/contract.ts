import { z } from 'zod'
import { ACCESS, type Access } from '#contract/access'
import { countTogether, type CountedDeviation, type Weight } from '#contract/deviation'
import { misfitsIn, type ReceivedFrame } from '#contract/frames'
import { parseJson } from '#contract/json'
import { issuedTokenIn } from '#contract/issued-token'
import { isSupervisor } from '#contract/observed-run'
import { read, type Misfit } from '#contract/reading'
import { asPromised, ROUTES, routeNamed, type Route, type RouteName } from '#contract/routes'
import type { Exchange, ReceivedResponse, WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { ofError, weightOfKeeping, weightOfStatus } from './contract-weights.ts'
import { locate } from './finding.ts'

const Traced = z.object({ error: z.literal(true), trace_id: z.string() })

/** Routes that need to know who asks, and whose answers say nothing of anybody. */
const NOBODYS: readonly string[] = ['logout', 'cancelRun', 'deleteThread']

/** Routes whose answers hold tokens or anything of a person's. */
const PRIVATE: readonly Route[] = Object.entries<Access>(ACCESS).flatMap(([name, { by }]) =>
  by === 'public' || NOBODYS.includes(name) ? [] : [ROUTES[name as RouteName]],
)

const MAY_BE_KEPT = `holds what is somebody's, and may be kept on the way: it says no "no-store"`

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
    if (schema)
      this.#noteAll(`${where}${statusIfError(status)}`, ofError(misfitsOf(schema, body), response), place)
    this.#noteIssue(where, body, place)
    this.#noteStatus(route, response, place)
    const kept = isPrivate(route) && status < 400 ? weightOfKeeping(response) : undefined
    if (kept) this.#note(`${where}: ${MAY_BE_KEPT}`, kept, place)
    this.#noteNames(exchange, response, place)
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
    if (issued.lifeFault !== undefined) this.#note(`${where}: ${issued.lifeFault}`, 'breaks', place)
  }

  #noteStatus(route: Route, response: ReceivedResponse, place: string): void {
    const { status } = response
    if (status in route.answers) return
    const due = Object.keys(route.answers).join(', ')
    const text = `${route.name}: answered ${status}, where the contract knows ${due}`
    this.#note(text, weightOfStatus(route, response), place)
  }

  /** What the caller has named is named alike in the answer: the request, and of an error the trace. */
  #noteNames({ service, route, request }: Exchange, response: ReceivedResponse, place: string): void {
    if (service !== 'backend') return
    if (response.headers['x-request-id'] !== request.headers['x-request-id'])
      this.#note(`${route}: the caller's request id is not echoed`, 'breaks', place)
    const [, given] = request.headers['traceparent']?.split('-') ?? []
    const { data } = Traced.safeParse(parseJson(response.body))
    if (given !== undefined && data && data.trace_id !== given)
      this.#note(
        `${route} ${response.status}: \`trace_id\` is not that of the caller's trace`,
        'breaks',
        place,
      )
  }

  #noteAll(where: string, misfits: readonly Misfit[], place: string): void {
    const texts = new Map(misfits.map(({ path, what, weight }) => [`${nameOf(path)} ${what}`, weight]))
    for (const [text, weight] of texts) this.#note(`${where}: ${text}`, weight, place)
  }

  #note(text: string, weight: Weight, first: string): void {
    this.#met.push({ text, weight, count: 1, first })
  }
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

/** How long the whole work took is only told, and by the supervisor alone. */
function untoldIn(frame: ReceivedFrame): readonly Misfit[] {
  const isDue = frame.type === 'agent_completed' && isSupervisor(frame.payload.agent_name)
  const isTold = !isDue || frame.payload.execution_time_ms !== undefined
  return isTold ? [] : [{ path: 'payload.execution_time_ms', what: 'is missing', weight: 'differs' }]
}

function isPrivate(route: Route): boolean {
  return PRIVATE.includes(route)
}
