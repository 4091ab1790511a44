import type { Weight } from '#contract/deviation'
import type { Misfit } from '#contract/reading'
import { saysWhy } from '#contract/refusal-words'
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

/** Whoever may keep an answer for somebody, or for so long. */
const ALLOWS = /\b(?:public|immutable)\b|\b(?:s-maxage|max-age)=0*[1-9]/i

/**
 * How much it matters that an answer which holds what is somebody's may be kept on the way; undefined where nobody may.
 * Nothing is said of it by many a platform; to allow it is another thing.
 */
export function weightOfKeeping({ headers, body }: ReceivedResponse): Weight | undefined {
  const said = headers['cache-control'] ?? ''
  // One without anything in it may be kept by anybody.
  const isEmpty = body === '' && headers['location'] === undefined
  if (isEmpty || /\bno-store\b/i.test(said)) return undefined
  return ALLOWS.test(said) ? 'breaks' : 'differs'
}

/** An error that says why, in another shape than the contract's, has told what is wrong. */
export function ofError(misfits: readonly Misfit[], { status, body }: ReceivedResponse): readonly Misfit[] {
  if (status < 400 || !saysWhy(body)) return misfits
  return misfits.map((misfit) => (misfit.what === 'is empty' ? misfit : { ...misfit, weight: 'differs' }))
}
