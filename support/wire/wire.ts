import type { ConnectionEnd, Exchange, OpenedLine, SentRequest, WireFrame } from './exchange.ts'

/** Sees everything that passes between the suite and the platform. */
export interface WireObserver {
  /** Before it goes out. @param route its name in the contract, if it has one */
  asked?(route: string | undefined, request: SentRequest): void
  exchange?(exchange: Exchange): void
  opened?(line: OpenedLine): void
  frame?(frame: WireFrame): void
  connectionEnd?(end: ConnectionEnd): void
}

/** What is still open: its name, until it is closed. */
export interface OpenThing {
  readonly what: string
  close(): void
}

/** The one way by which the clients report what they do. Made anew for every scenario. */
export class Wire {
  /** The trace that is recorded of everything, where one is. */
  traceId: string | undefined
  readonly #observers: WireObserver[]
  readonly #startedAt = performance.now()
  readonly #open = new Set<OpenThing>()
  /** Codes with which somebody in between has ended lines that were opened anew. */
  readonly lossCodes = new Set<number>()
  #exchanges = 0
  #connections = 0

  constructor(observers: readonly WireObserver[]) {
    this.#observers = [...observers]
  }

  /** Milliseconds since the scenario began. */
  now(): number {
    return performance.now() - this.#startedAt
  }

  nextExchange(): number {
    return (this.#exchanges += 1)
  }

  nextConnection(): number {
    return (this.#connections += 1)
  }

  /** From now on, somebody else sees everything, too. */
  watch(observer: WireObserver): void {
    this.#observers.push(observer)
  }

  asked(route: string | undefined, request: SentRequest): void {
    for (const observer of this.#observers) observer.asked?.(route, request)
  }

  exchange(exchange: Exchange): void {
    for (const observer of this.#observers) observer.exchange?.(exchange)
  }

  lineOpened(line: OpenedLine): void {
    for (const observer of this.#observers) observer.opened?.(line)
  }

  frame(frame: WireFrame): void {
    for (const observer of this.#observers) observer.frame?.(frame)
  }

  connectionEnd(end: ConnectionEnd): void {
    if (end.regainedAs !== undefined) this.lossCodes.add(end.code)
    for (const observer of this.#observers) observer.connectionEnd?.(end)
  }

  /** Registers something that has to be closed before the scenario ends. */
  opened(what: string): OpenThing {
    const thing: OpenThing = { what, close: () => void this.#open.delete(thing) }
    this.#open.add(thing)
    return thing
  }

  /** Names of what is still open. */
  stillOpen(): string[] {
    return [...this.#open].map(({ what }) => what)
  }
}
