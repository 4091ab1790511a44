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

/** A service takes so much longer to say how it is, in milliseconds. @param every so many times: always, if 1 */
export function healthDelayed(service: RelayedService, late: number, every = 1): Saboteur {
  let asked = 0
  return {
    delay: (request) => {
      if (request.service !== service || request.path !== '/health') return 0
      asked += 1
      return asked % every === 0 ? late : 0
    },
  }
}
