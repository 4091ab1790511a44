import type { RelayedService, Saboteur } from '#wire/saboteur'

type Body = Readonly<Record<string, unknown>>

/** A service says something else of its health. @param change gives the fields that are told otherwise */
export function healthOtherwise(service: RelayedService, change: (body: Body) => object): Saboteur {
  return everyHealth((body, asked) => (asked === service ? { ...body, ...change(body) } : body))
}

/** Every service says its health otherwise. */
export function everyHealth(change: (body: Body, service: RelayedService) => object): Saboteur {
  return {
    answer: (answer, { service, path }) =>
      path === '/health'
        ? { ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as Body, service)) }
        : answer,
  }
}

/** A service takes so much longer to say how it is, in milliseconds. */
export function healthDelayed(service: RelayedService, late: number): Saboteur {
  return { delay: (request) => (request.service === service && request.path === '/health' ? late : 0) }
}
