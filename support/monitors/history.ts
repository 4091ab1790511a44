import { ROUTES } from '#contract/routes'
import type { Exchange, WireFrame, ConnectionEnd, OpenedLine } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import type { Origin } from './finding.ts'

/** A text that somebody was sent by the platform. */
export interface Received {
  readonly person: string
  readonly source: Origin
  /** Name of the contract's route, if it came by one. */
  readonly route?: string | undefined
  readonly part: 'body' | 'headers' | 'frame' | 'close'
  readonly text: string
  /** Whether it tells of an error. */
  readonly isError?: boolean
  /** What she has said herself that it may be an answer to: looked at only where something foreign shows. */
  readonly said?: () => readonly string[]
  /** In whose name she spoke by right: an id; looked at only there, too. */
  readonly subject?: () => string | undefined
}

/** Everything that everybody received, in order: bodies, headers, frames, and why connections were ended. */
export class History implements WireObserver {
  readonly #received: Received[] = []
  /** What was said on each connection, its token first. */
  readonly #said = new Map<number, string[]>()
  /** What each has typed at the outside provider: she may be told of it when she comes back. */
  readonly #typed = new Map<string, string[]>()
  readonly #subjectOf: (token: string) => string | undefined

  /** @param subjectOf in whose name a token speaks by right */
  constructor(subjectOf: (token: string) => string | undefined = () => undefined) {
    this.#subjectOf = subjectOf
  }

  get received(): readonly Received[] {
    return this.#received
  }

  exchange({ person, number, service, route, request, response }: Exchange): void {
    const typed = this.#typed.get(person) ?? []
    this.#typed.set(person, typed)
    if (service === 'outside' && request.body) typed.push(request.body)
    // What the outside provider shows is not the platform's doing.
    if (!response || service === 'outside') return
    const source: Origin = { kind: 'exchange', number }
    const headers = Object.entries(response.headers).map(([name, value]) => `${name}: ${value}`)
    const { url, body = '', headers: sent } = request
    const elsewhere = route === ROUTES.providerCallback.name ? typed : []
    const said = (): string[] => [url, body, ...Object.values(sent), ...elsewhere]
    const subject = (): string | undefined => this.#subjectOf(sent['authorization'] ?? body)
    const known = { person, source, route, isError: response.status >= 400, said, subject }
    this.#keep({ ...known, part: 'body', text: response.body })
    this.#keep({ ...known, part: 'headers', text: headers.join('\n') })
  }

  opened({ connection, token }: OpenedLine): void {
    this.#said.set(connection, [token])
  }

  frame({ person, connection, at, direction, text, parsed }: WireFrame): void {
    const before = this.#saidOn(connection)
    if (direction === 'sent') return void before.push(text)
    const { length } = before
    const said = (): string[] => before.slice(0, length)
    const isError = parsed?.type === 'error_message'
    const subject = (): string | undefined => this.#subjectOf(before[0] ?? '')
    const source = { kind: 'frame', connection, at } as const
    this.#keep({ person, source, part: 'frame', text, isError, said, subject })
  }

  connectionEnd({ person, connection, at, reason, ours }: ConnectionEnd): void {
    const source = { kind: 'close', connection, at } as const
    const said = (): string[] => this.#saidOn(connection)
    if (!ours) this.#keep({ person, source, part: 'close', text: reason, isError: true, said })
  }

  #saidOn(connection: number): string[] {
    const said = this.#said.get(connection) ?? []
    this.#said.set(connection, said)
    return said
  }

  /** Nothing can show in an empty text: it is not counted as looked through, either. */
  #keep(received: Received): void {
    if (received.text !== '') this.#received.push(received)
  }
}
