import type { RelayedAnswer, RelayedRequest, Saboteur } from '#wire/saboteur'

type Headers = RelayedAnswer['headers']

/** Some answers come with other headers. @param change gives those that are otherwise; undefined takes one away */
export function withOtherHeaders(
  where: (request: RelayedRequest, answer: RelayedAnswer) => boolean,
  change: (request: RelayedRequest) => Readonly<Record<string, string | undefined>>,
): Saboteur {
  return {
    answer: (answer, request) => {
      if (!where(request, answer)) return answer
      const changed = Object.entries({ ...answer.headers, ...change(request) })
      const headers = Object.fromEntries(changed.filter(([, value]) => value !== undefined)) as Headers
      return { ...answer, headers }
    },
  }
}

/** The page that asks, as its browser says. */
export function pageOf({ headers }: RelayedRequest): string | undefined {
  const { origin } = headers
  return typeof origin === 'string' ? origin : undefined
}
