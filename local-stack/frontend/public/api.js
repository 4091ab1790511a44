/** A service has answered something other than what was asked for. */
export class Refused extends Error {
  constructor(status, { detail, message = detail } = {}, retryAfter) {
    super(message)
    Object.assign(this, { status, retryAfter })
  }
}

/** A service has not answered at all. */
export class Unreachable extends Error {}

const PATIENCE_MS = 20_000

/** @throws {Refused | Unreachable} */
export async function call(url, { method = 'GET', body, token } = {}) {
  const headers = {}
  if (body) headers['content-type'] = 'application/json'
  if (token) headers.authorization = `Bearer ${token}`
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body), signal }).catch(
    () => {
      throw new Unreachable()
    },
  )
  const answer = await response.json().catch(() => undefined)
  if (response.ok) return answer
  throw new Refused(response.status, answer, response.headers.get('retry-after'))
}

/** A failed call in words for the person who wanted it; `known` has the words for some status codes. */
export function sentenceFor(error, known = {}) {
  if (error instanceof Unreachable) return 'Netra cannot be reached at the moment. Please try again shortly.'
  if (!(error instanceof Refused)) console.error(error)
  const { status, message, retryAfter } = error
  if (known[status]) return known[status]
  if (status === 404) return 'This conversation does not exist, or no longer.'
  if (status === 429) return `${toSentence(message)} Please try again in ${retryAfter ?? 'a few'} s.`
  return status < 500 && message ? toSentence(message) : 'Something went wrong on our side. Please try again.'
}

/** `too many questions at once` becomes `Too many questions at once.` */
function toSentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/[^.!?…]$/, '$&.')
}
