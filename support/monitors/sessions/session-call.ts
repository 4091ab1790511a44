import { z } from 'zod'
import { parseJson } from '#contract/json'
import { ROUTES, type RouteName } from '#contract/routes'
import { locate } from '#monitors/finding'
import { claimsIn } from '#monitors/model/call'
import type { Window } from '#monitors/model/window'
import type { Exchange } from '#wire/exchange'

/** What a session is made of: an access token, and what renews it where that was given. */
export interface IssuedPair {
  readonly access: string
  readonly refresh: string | undefined
  /** Of the access token: whose it is, and how long it lives, in milliseconds. */
  readonly sub: string
  readonly lifeMs: number
}

/** A call that begins, uses, looks at or ends a session. */
export interface SessionCall extends Window {
  readonly person: string
  readonly route: RouteName
  /** The access token that was sent along, or that is to be looked at. */
  readonly token: string | undefined
  /** The refresh token that was sent. */
  readonly renewal: string | undefined
  /** Undefined when it was not answered. */
  readonly status: number | undefined
  /** Whether the token is said to be good, where that was asked. */
  readonly isValid: boolean | undefined
  readonly issued: IssuedPair | undefined
}

const USED = ['me', 'profile', 'listThreads', 'logout', 'deleteMe', 'validate', 'refresh'] as const
const BEGUN = ['register', 'login', 'testAuth', 'providerCallback'] as const
const NAMES: readonly RouteName[] = [...USED, ...BEGUN]
const BEARER = /^Bearer (\S+)$/

const Sent = z.object({ refresh_token: z.string().optional(), token: z.string().optional() })
const Told = z.object({
  access_token: z.string().optional(),
  refresh_token: z.string().optional().catch(undefined),
  valid: z.boolean().optional().catch(undefined),
})

/** What an exchange says of sessions; undefined where it is none of theirs, or was made in a way that nobody must take. */
export function sessionCallOf(exchange: Exchange): SessionCall | undefined {
  const { number, person, route: named, service, request, response, at, elapsedMs } = exchange
  const route = NAMES.find((name) => ROUTES[name].name === named && ROUTES[name].service === service)
  if (route === undefined) return undefined
  const { data: sent } = Sent.safeParse(parseJson(request.body ?? ''))
  const [, bearer] = BEARER.exec(request.headers['authorization'] ?? '') ?? []
  const { data: told } = Told.safeParse({
    ...handedOver(response?.headers),
    ...(parseJson(response?.body ?? '') ?? {}),
  })
  return {
    ...{ person, route, status: response?.status },
    token: route === 'validate' ? sent?.token : bearer,
    renewal: route === 'refresh' ? sent?.refresh_token : undefined,
    isValid: told?.valid,
    issued: told && pairOf(told),
    ...{ from: at, to: at + elapsedMs, where: locate({ kind: 'exchange', number }) },
  }
}

/** What a redirect hands over in its fragment. */
function handedOver({ location = '' }: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, fragment = ''] = location.split('#')
  return Object.fromEntries(new URLSearchParams(fragment))
}

function pairOf({
  access_token: access,
  refresh_token: refresh,
}: z.output<typeof Told>): IssuedPair | undefined {
  const claims = access === undefined ? undefined : claimsIn(access)
  if (access === undefined || !claims) return undefined
  return { access, refresh, sub: claims.sub, lifeMs: (claims.exp - claims.iat) * 1000 }
}
