import { reasonOf, startStopwatch, type Stop } from './deadline.ts'
import { milliseconds, formatDuration, type Duration } from './duration.ts'
import { NotObserved, type WaitEnd } from './not-observed.ts'

/** A place in a log. Take it before the action whose effects are waited for. */
export interface Mark {
  readonly index: number
}

/** One thing that was logged, and when (milliseconds on the process's monotonic clock). */
export interface Entry<Value> {
  readonly index: number
  readonly at: number
  readonly value: Value
}

/** What is waited for in a log, from where on, and for how long at most. */
export interface Wait {
  /** Named in the error, e.g. "the answer to Asha's question". */
  readonly what: string
  readonly from: Mark
  readonly limit: Duration
}

interface Watcher {
  readonly look: () => void
  readonly end: (why: WaitEnd, reason: string) => void
}

const LAST_SHOWN = 5

/** An append-only log that can be waited on. Nothing is consumed: every wait reads from its own mark. */
export class EventLog<Value> {
  readonly #entries: Entry<Value>[] = []
  readonly #watchers = new Set<Watcher>()
  readonly #describe: (value: Value) => string
  readonly #stop: Stop
  #over: string | undefined

  /** @param describe a value for the error of a wait that sees something else */
  constructor(stop: Stop, describe: (value: Value) => string) {
    this.#stop = stop
    this.#describe = describe
    stop.addEventListener('abort', () => this.#endWaits('stopped', reasonOf(stop)), { once: true })
  }

  static readonly START: Mark = { index: 0 }

  append(value: Value): void {
    this.#entries.push({ index: this.#entries.length, at: performance.now(), value })
    for (const { look } of [...this.#watchers]) look()
  }

  /** Nothing more will come; whoever still waits is told so at once. */
  finish(reason: string): void {
    this.#over ??= reason
    this.#endWaits('over', reason)
  }

  mark(): Mark {
    return { index: this.#entries.length }
  }

  /** Everything since the mark, oldest first. */
  since({ index }: Mark): readonly Entry<Value>[] {
    return this.#entries.slice(index)
  }

  /** The first entry since the mark that fits. @throws {NotObserved} */
  waitFor<Found extends Value>(
    wait: Wait,
    fits: ((value: Value) => value is Found) | ((value: Value) => boolean),
  ): Promise<Entry<Found>> {
    const { promise, resolve, reject } = Promise.withResolvers<Entry<Found>>()
    const elapsed = startStopwatch()
    const watcher = {
      look: this.#lookFor(wait.from, fits, (found) => resolve(found as Entry<Found>), reject),
      end: (why: WaitEnd, reason: string): void => {
        reject(new NotObserved(wait.what, why, elapsed(), reason, this.#lastSince(wait.from)))
      },
    }
    const timer = setTimeout(
      () => watcher.end('deadline', `the limit is ${formatDuration(wait.limit)}`),
      wait.limit.ms,
    )
    this.#watch(watcher)
    return promise.finally(() => {
      clearTimeout(timer)
      this.#watchers.delete(watcher)
    })
  }

  /** Looks at each entry once. An error in the looking is the waiter's own, not that of whoever appends. */
  #lookFor(
    { index }: Mark,
    fits: (value: Value) => boolean,
    found: (entry: Entry<Value>) => void,
    failed: (error: unknown) => void,
  ): () => void {
    let next = index
    return () => {
      try {
        const entry = this.since({ index: next }).find(({ value }) => fits(value))
        next = this.#entries.length
        if (entry) found(entry)
      } catch (error) {
        failed(error)
      }
    }
  }

  /** What has come already counts, and what is over already is over. */
  #watch(watcher: Watcher): void {
    this.#watchers.add(watcher)
    watcher.look()
    if (this.#over !== undefined) watcher.end('over', this.#over)
    if (this.#stop.aborted) watcher.end('stopped', reasonOf(this.#stop))
  }

  #endWaits(why: WaitEnd, reason: string): void {
    for (const { end } of [...this.#watchers]) end(why, reason)
  }

  #lastSince(from: Mark): string[] {
    const start = this.#entries[0]?.at ?? 0
    return this.since(from)
      .slice(-LAST_SHOWN)
      .map(({ at, value }) => `+${formatDuration(milliseconds(at - start))} ${this.#describe(value)}`)
  }
}
