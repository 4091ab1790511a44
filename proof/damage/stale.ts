import type { RelayedAnswer, RelayedRequest, Saboteur } from '#wire/saboteur'

/** Whoever reads the same again within so many milliseconds is told what she was told before. @param pattern of a path */
export function keptFor(ms: number, pattern: RegExp): Saboteur {
  const kept = new Map<string, { readonly until: number; readonly answer: RelayedAnswer }>()
  const isMeant = ({ method, path }: RelayedRequest): boolean => method === 'GET' && pattern.test(path)
  const keyOf = ({ path, headers }: RelayedRequest): string => `${path} ${String(headers['authorization'])}`
  const freshOf = (request: RelayedRequest): RelayedAnswer | undefined => {
    const known = isMeant(request) ? kept.get(keyOf(request)) : undefined
    return known && performance.now() < known.until ? known.answer : undefined
  }
  return {
    instead: (request) => {
      const answer = freshOf(request)
      const id = String(request.headers['x-request-id'] ?? 'none')
      return answer && { ...answer, headers: { ...answer.headers, 'x-request-id': id } }
    },
    answer: (answer, request) => {
      const isNew = isMeant(request) && answer.status === 200 && !freshOf(request)
      if (isNew) kept.set(keyOf(request), { until: performance.now() + ms, answer })
      return answer
    },
  }
}
