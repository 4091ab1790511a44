import type { ObservedRun } from '#contract/observed-run'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import {
  groundedFaults,
  type GroundedQuestion,
  type QuestionAndAnswer,
} from '#promises/shared/answers.checks'
import { inventedIn } from '#promises/shared/figures'
import { excerpt } from '#wire/excerpt'
import { isAnythingDenied } from './denial.ts'

/** A question about a model for which there is no price, and what came of it. */
export interface UnpricedQuestion {
  readonly question: GroundedQuestion
  readonly run: ObservedRun
  /** The same once prices were told, and nothing else again. */
  readonly priced: QuestionAndAnswer
}

/** Where no price is known, none is made up: it is said, and the run does not end as done. What was said there counts. */
export function notPriced(seen: Seen<UnpricedQuestion>): Check {
  const expected =
    'not told as done, said plainly, and without a figure but how much is used; computed once prices are told'
  return check(
    'unknown-model-has-no-price',
    expected,
    seen,
    ({ question, run: { outcome, text }, priced }) => {
      const used = (question.quantities ?? []).map(({ amount }) => amount)
      const invented = inventedIn(text, [...question.given, ...used])
      const faults = [
        outcome === 'failed' ? '' : 'it is told as done',
        isAnythingDenied(text) ? '' : 'nothing is said not to be known',
        invented.length > 0 ? `nobody gave ${invented.join(', ')}` : '',
        ...groundedFaults(priced.question, priced.ending).map((fault) => `once prices are told, ${fault}`),
      ].filter(Boolean)
      return settle(faults.length === 0, { observed: [...faults, `"${excerpt(text, 200)}"`].join('; ') })
    },
  )
}
