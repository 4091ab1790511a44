import { countTogether, type CountedDeviation } from '#contract/deviation'
import type { ConnectionEnd, Exchange } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { locate } from './finding.ts'

const LOST = 'connections were lost, and the calls made again'
/** A few that are lost between two calls are nobody's doing. */
const OFTEN = { share: 0.05, times: 5 }

/** Notices when the target is in trouble: that is no fault of what it promises, and hides it. */
export class TroubleWatch implements WireObserver {
  readonly #passed: CountedDeviation[] = []
  readonly #lost: CountedDeviation[] = []
  #exchanges = 0
  #lasting: string | undefined
  #isRest = false

  /** What was over when it was asked again. */
  get deviations(): readonly CountedDeviation[] {
    const { length: lost } = this.#lost
    const isOften = lost >= OFTEN.times && lost > this.#exchanges * OFTEN.share
    return countTogether([...this.#passed, ...(isOften ? this.#lost : [])])
  }

  /** What was not over in time, or could not be asked again; the first. */
  get lasting(): string | undefined {
    return this.#lasting
  }

  /** Told when whoever stands in front of the target has had enough: with what to say of it. */
  onTooMany: (reason: string) => void = () => undefined

  /** What was to be seen has been seen: from now on, nothing is missed for trouble. */
  rest(): void {
    this.#isRest = true
  }

  exchange({ number, route, request, person, response, trouble }: Exchange): void {
    this.#exchanges += 1
    if (!trouble) return
    const first = locate({ kind: 'exchange', number })
    if (trouble.isRepeated && !response)
      return void this.#lost.push({ text: LOST, weight: 'differs', count: 1, first })
    const what = route ?? `${request.method} ${new URL(request.url).pathname}`
    const text = `${what}: the target was in trouble for a moment, and was asked again: ${trouble.text}`
    const isMissed = !trouble.isRepeated && (!this.#isRest || trouble.isTooMany === true)
    if (!isMissed) this.#passed.push({ text, weight: 'differs', count: 1, first })
    else this.#last(`the target is in trouble: ${person}'s ${what}: ${trouble.text} (${first})`, trouble)
  }

  connectionEnd({ connection, code, regainedAs, at }: ConnectionEnd): void {
    if (regainedAs === undefined) return
    const first = locate({ kind: 'close', connection, at })
    const text = `lines were ended with ${code}, and opened again`
    this.#passed.push({ text, weight: 'differs', count: 1, first })
  }

  #last(reason: string, { isTooMany }: { readonly isTooMany?: boolean }): void {
    this.#lasting ??= reason
    if (isTooMany) this.onTooMany(reason)
  }
}
