import type { Exchange, WireFrame, ConnectionEnd } from '#wire/exchange'
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
}

const NAMED_RUN = /"run_id":"([^"]+)"/g

/** Everything that everybody received, in order: bodies, headers, frames, and why connections were ended. */
export class History implements WireObserver {
  readonly #received: Received[] = []
  /** Runs that somebody has named on a connection. */
  readonly #named = new Set<string>()

  get received(): readonly Received[] {
    return this.#received
  }

  exchange({ person, number, service, route, response }: Exchange): void {
    // What the outside provider shows is not the platform's doing.
    if (!response || service === 'outside') return
    const source: Origin = { kind: 'exchange', number }
    const headers = Object.entries(response.headers).map(([name, value]) => `${name}: ${value}`)
    this.#keep({ person, source, route, part: 'body', text: response.body })
    this.#keep({ person, source, route, part: 'headers', text: headers.join('\n') })
  }

  frame({ person, connection, at, direction, text, parsed }: WireFrame): void {
    if (direction === 'sent') return this.#noteNamed(connection, text)
    const kept =
      parsed?.type === 'error_message' ? this.#withoutEcho(connection, text, parsed.payload.run_id) : text
    this.#keep({ person, source: { kind: 'frame', connection, at }, part: 'frame', text: kept })
  }

  connectionEnd({ person, connection, at, reason, ours }: ConnectionEnd): void {
    if (!ours) this.#keep({ person, source: { kind: 'close', connection, at }, part: 'close', text: reason })
  }

  #noteNamed(connection: number, text: string): void {
    for (const [, run] of text.matchAll(NAMED_RUN)) this.#named.add(`${connection} ${run}`)
  }

  /** An error says which run it is about. Whoever has named that run herself is told nothing by it. */
  #withoutEcho(connection: number, text: string, run: string | undefined): string {
    return run !== undefined && this.#named.has(`${connection} ${run}`) ? text.replaceAll(run, '') : text
  }

  /** Nothing can show in an empty text: it is not counted as looked through, either. */
  #keep(received: Received): void {
    if (received.text !== '') this.#received.push(received)
  }
}
