import type { RelayedRequest, Saboteur } from '#wire/saboteur'

type Body = Readonly<Record<string, unknown>>

/** What a service says at one route is said otherwise. @param route `GET /auth/me` */
export function sayingOtherwise(route: string, change: (body: Body) => Body): Saboteur {
  return {
    answer: (answer, request) => {
      if (nameOf(request) !== route || answer.status !== 200) return answer
      return { ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as Body)) }
    },
  }
}

/** `GET /auth/me` */
export function nameOf({ method, path }: RelayedRequest): string {
  return `${method} ${path.split('?')[0] ?? ''}`
}
