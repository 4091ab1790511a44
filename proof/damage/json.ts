import type { RelayedAnswer, RelayedRequest, Saboteur } from '#wire/saboteur'

/** What JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Changes the bodies of answers that are JSON. @param change gives the body in place of one */
export function answering(
  change: (body: Json, request: RelayedRequest, answer: RelayedAnswer) => Json,
): Saboteur {
  return {
    answer: (answer, request) => {
      const isJson = String(answer.headers['content-type'] ?? '').includes('json') && answer.body !== ''
      if (!isJson) return answer
      return { ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as Json, request, answer)) }
    },
  }
}

/** The same in everything that a client hears, by answer and on its line. */
export function saying(change: (body: Json) => Json): Saboteur {
  return {
    ...answering(change),
    hear: (frame) => [JSON.stringify(change(JSON.parse(frame) as Json))],
  }
}

/** Goes through all fields, however deep. @param change gives a value in place of one that is no object */
export function everyField(body: Json, change: (name: string, value: Json) => Json): Json {
  if (Array.isArray(body)) return body.map((item) => everyField(item, change))
  if (typeof body !== 'object' || body === null) return body
  const fields = Object.entries(body).map(([name, value]) => {
    const isLeaf = typeof value !== 'object' || value === null
    return [name, isLeaf ? change(name, value) : everyField(value, change)] as const
  })
  return Object.fromEntries(fields)
}

/** Does something only at the first request of each kind; health is left alone. */
export function atFirst(
  { method, path }: RelayedRequest,
  met: Set<string>,
  isMeant: (request: { method: string; path: string }) => boolean = () => true,
): boolean {
  const key = `${method} ${path.replace(/[\da-f-]{36}.*|\?.*/, '')}`
  if (path === '/health' || met.has(key) || !isMeant({ method, path })) return false
  met.add(key)
  return true
}

/** Objects by the field that they are known by, without what is only told. @param as null in place of nothing */
export function untelling(known: string, names: readonly string[], as?: null): (value: Json) => Json {
  const change = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(change)
    if (typeof value !== 'object' || value === null) return value
    const kept = Object.entries(value).flatMap(([name, inner]) => {
      if (!(known in value) || !names.includes(name)) return [[name, change(inner)] as const]
      return as === null ? [[name, null] as const] : []
    })
    return Object.fromEntries(kept)
  }
  return change
}
