import type { Exchange, Frame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import type { Source } from './finding.ts'

/** A text that somebody was sent by the platform. */
export interface Received {
  readonly person: string
  readonly source: Source
  /** Name of the contract's route, if it came by one. */
  readonly route?: string | undefined
  readonly part: 'body' | 'headers' | 'frame'
  readonly text: string
}

/** Everything that everybody received: bodies, headers and frames, in order. */
export class History implements WireObserver {
  readonly #received: Received[] = []

  get received(): readonly Received[] {
    return this.#received
  }

  exchange({ person, number, service, route, response }: Exchange): void {
    // What the outside provider shows is not the platform's doing.
    if (!response || service === 'outside') return
    const source: Source = { kind: 'exchange', number }
    const headers = Object.entries(response.headers).map(([name, value]) => `${name}: ${value}`)
    this.#received.push(
      { person, source, route, part: 'body', text: response.body },
      { person, source, route, part: 'headers', text: headers.join('\n') },
    )
  }

  frame({ person, line, at, direction, text }: Frame): void {
    if (direction === 'received') {
      this.#received.push({ person, source: { kind: 'frame', line, at }, part: 'frame', text })
    }
  }
}
