import { countTogether, type CountedDeviation } from '#contract/deviation'
import type { Exchange } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { locate } from './finding.ts'

/** Notices when the target is in trouble: that is no fault of what it promises, and hides it. */
export class TroubleWatch implements WireObserver {
  readonly #passed: CountedDeviation[] = []
  #lasting: string | undefined

  /** What was over when it was asked again. */
  get deviations(): readonly CountedDeviation[] {
    return countTogether(this.#passed)
  }

  /** What was not over in time, or could not be asked again; the first. */
  get lasting(): string | undefined {
    return this.#lasting
  }

  exchange({ number, route, request, person, response, trouble }: Exchange): void {
    // A connection that is lost between two calls is nobody's doing.
    if (!trouble || (trouble.isRepeated && !response)) return
    const what = route ?? `${request.method} ${new URL(request.url).pathname}`
    const first = locate({ kind: 'exchange', number })
    const text = `${what}: the target was in trouble for a moment, and was asked again: ${trouble.text}`
    if (trouble.isRepeated) this.#passed.push({ text, weight: 'differs', count: 1, first })
    else this.#lasting ??= `the target is in trouble: ${person}'s ${what}: ${trouble.text} (${first})`
  }
}
