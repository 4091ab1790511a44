/** An answer of a service on its way to a client. */
export interface RelayedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string
}

/** What was asked for. */
export interface RelayedRequest {
  readonly service: RelayedService
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

export type RelayedService = 'auth' | 'backend' | 'frontend'

/** A live line that passes the relay, seen from its client's side. */
export interface RelayedLine {
  /** 1, 2, 3 … in the order they were opened. */
  readonly number: number
  /** Lets the client hear something that the platform has not said. */
  tell(frame: string): void
  /** Ends the line towards the client, as the platform would. */
  hangUp(code: number): void
}

/** Something on the wire that does harm. What it does not lay hands on passes unchanged. */
export interface Saboteur {
  /** What a request comes to; without it, it is passed on. Hanging is for good. */
  readonly fate?: (request: RelayedRequest) => 'passed' | 'reset' | 'hung'
  /** What is answered in place of the service, which is not asked. */
  readonly instead?: (request: RelayedRequest) => RelayedAnswer | undefined
  /** How much later than otherwise a request reaches the service, in milliseconds. */
  readonly delay?: (request: RelayedRequest) => number
  /** What the service is asked in place of a path or a body. */
  readonly ask?: (text: string) => string
  readonly answer?: (answer: RelayedAnswer, request: RelayedRequest) => RelayedAnswer
  /** What the client of a line hears when the platform says this: nothing, this, or something else. */
  readonly hear?: (frame: string, line: RelayedLine, others: readonly RelayedLine[]) => readonly string[]
  /** How much later than it was said something is heard on a line, in milliseconds. Its order stays. */
  readonly lag?: () => number
  /** How a line is ended in place of how the platform ends it. */
  readonly end?: (code: number, reason: string) => { readonly code: number; readonly reason: string }
  /** A line that is refused opens, says this, and is ended with this code. */
  readonly refuse?: (status: number) => { readonly frame: string; readonly code: number } | undefined
  /** What the platform hears when the client of a line says this. */
  readonly say?: (frame: string, line: RelayedLine) => readonly string[]
}
