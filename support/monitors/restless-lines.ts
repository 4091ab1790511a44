import type { ConnectionEnd, WireFrame } from '#wire/exchange'

/** An edge ends a line now and then. More than so many of them, soon after they were opened, is nobody's edge. */
const OFTEN = { times: 3, share: 0.5 }
/** Technical: an edge that lets no line grow older than this lets nobody follow any work. */
const SHORT_LIFE_MS = 15_000

/** Counts the lines that the platform ends soon after it has opened them, though they can be opened again. */
export class RestlessLines {
  /** By line, when something was told on it first, in milliseconds since the scenario began. */
  readonly #born = new Map<number, number>()
  #ended = 0

  frame({ connection, at }: Pick<WireFrame, 'connection' | 'at'>): void {
    if (!this.#born.has(connection)) this.#born.set(connection, at)
  }

  /** Takes note of the end of a line that was opened again. */
  ended({ connection, at }: Pick<ConnectionEnd, 'connection' | 'at'>): void {
    if (at - (this.#born.get(connection) ?? at) < SHORT_LIFE_MS) this.#ended += 1
  }

  /** What is wrong with that, if it happened again and again. */
  get finding(): string | undefined {
    const { size: lines } = this.#born
    const isOften = this.#ended >= OFTEN.times && this.#ended > lines * OFTEN.share
    return isOften ? `lines were ended again and again: ${this.#ended} of ${lines}, each soon` : undefined
  }
}
