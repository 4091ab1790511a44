import { z } from 'zod'
import { parseJson } from '#contract/json'
import { asPromised, ROUTES, type RouteName } from '#contract/routes'
import type { Exchange } from '#wire/exchange'
import type { Window } from './window.ts'

/** What an access token says, whoever has signed it. */
const TokenClaims = z.object({
  sub: z.string(),
  email: z.string(),
  permissions: z.array(z.string()),
  iat: z.number(),
  exp: z.number(),
  jti: z.string().optional(),
})
/** What an access token says, as far as answers tell of it. */
export type TokenClaims = z.output<typeof TokenClaims>

/** A call of a route of the contract, taken apart. */
export interface Call extends Window {
  readonly person: string
  readonly route: RouteName
  /** What its address names; empty where it names nothing. */
  readonly id: string
  readonly query: URLSearchParams
  readonly sent: Readonly<Record<string, unknown>>
  /** Undefined when it was not answered. */
  readonly status: number | undefined
  readonly told: unknown
  /** Of the token that was sent along. */
  readonly claims: TokenClaims | undefined
}

const NAMES = Object.keys(ROUTES) as RouteName[]
const ID = '{id}'

/** The call that an exchange is; undefined when it is of no route of the contract. */
export function callOf(exchange: Exchange): Call | undefined {
  const { number, person, service, request, response, at, elapsedMs } = exchange
  const url = new URL(request.url)
  const route = NAMES.find((name) => {
    const { service: host, method, path } = ROUTES[name]
    return host === service && method === request.method && idIn(url.pathname, path) !== undefined
  })
  if (route === undefined) return undefined
  return {
    ...{ person, route, query: url.searchParams },
    status: response && asPromised(ROUTES[route], response.status),
    id: idIn(url.pathname, ROUTES[route].path) ?? '',
    sent: (parseJson(request.body ?? '') ?? {}) as Call['sent'],
    told: response && parseJson(response.body),
    claims: claimsIn(request.headers['authorization']?.replace(/^Bearer /, '') ?? ''),
    ...{ from: at, to: at + elapsedMs, where: `exchange ${number}` },
  }
}

/** What a token says of itself. */
export function claimsIn(token: string): TokenClaims | undefined {
  const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
  return TokenClaims.safeParse(parseJson(text)).data
}

/** Empty where the path has no id; undefined where it is another path. */
function idIn(path: string, pattern: string): string | undefined {
  const [before = '', after = ''] = pattern.split(ID)
  if (!pattern.includes(ID)) return path.endsWith(pattern) ? '' : undefined
  const start = path.lastIndexOf(before)
  if (start < 0 || !path.endsWith(after)) return undefined
  const id = path.slice(start + before.length, path.length - after.length)
  return id === '' || id.includes('/') ? undefined : decode(id)
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
