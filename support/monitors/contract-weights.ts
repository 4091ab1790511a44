import type { Weight } from '#contract/deviation'
import type { Misfit } from '#contract/reading'
import { explains } from '#contract/refusal-words'
import { asPromised, type Route } from '#contract/routes'
import type { ReceivedResponse } from '#wire/exchange'

const NO_CONTENT = 204
const REDIRECTS = [302, 303, 307]

/**
 * How much a status matters that the contract has not for a route. To be denied in another way than the contract's is a
 * denial all the same, done is done, told as it is due, and to be sent on is to be sent on.
 */
export function weightOfStatus(route: Route, { status, body }: ReceivedResponse): Weight {
  const promised = asPromised(route, status)
  const isDone = promised !== status && (promised !== NO_CONTENT || body === '')
  const isSentOn = REDIRECTS.includes(status) && REDIRECTS.some((other) => other in route.answers)
  return status >= 400 || isDone || isSentOn ? 'differs' : 'breaks'
}

/** Whether nobody on the way may keep an answer; one without anything in it may be kept by anybody. */
export function isKeptNowhere({ headers, body }: ReceivedResponse): boolean {
  const isEmpty = body === '' && headers['location'] === undefined
  return isEmpty || /\bno-store\b/i.test(headers['cache-control'] ?? '')
}

/** An error that says why, in another shape than the contract's, has told what is wrong. */
export function ofError(misfits: readonly Misfit[], { status, body }: ReceivedResponse): readonly Misfit[] {
  if (status < 400 || !explains(status, body)) return misfits
  return misfits.map((misfit) => (misfit.what === 'is empty' ? misfit : { ...misfit, weight: 'differs' }))
}
