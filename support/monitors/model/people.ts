import { MeAnswer, ProfileAnswer, SessionAnswer, ValidationAnswer } from '#contract/answers'
import { readWell } from '#contract/reading'
import { claimsIn, type Call, type TokenClaims } from './call.ts'

/** What an answer tells of a person. */
export interface ToldPerson {
  readonly id: string
  readonly email: string
  readonly name?: string | undefined
  readonly permissions?: readonly string[]
  /** When the token ends. */
  readonly end?: string
  /** When the account was opened. */
  readonly opened?: string | undefined
  /** What stays the same for good, by what it is called. */
  readonly lasting?: Readonly<Record<string, string | undefined>>
}

/** Calls that open a session. */
export const OPENING: readonly Call['route'][] = ['register', 'login', 'testAuth']

/** What an answer tells of a person; undefined when it tells of none. */
export function personIn({ route, told, status }: Call): ToldPerson | undefined {
  if (status !== 200) return undefined
  if (OPENING.includes(route)) return readWell(SessionAnswer, told).data?.user
  if (route === 'me') {
    const { data } = readWell(MeAnswer, told)
    if (!data) return undefined
    const { user_id: id, token_expires_at: end, created_at: opened } = data
    return { ...data, id, end, opened, lasting: { 'way of coming in': data.auth_provider } }
  }
  if (route === 'profile') {
    const { data } = readWell(ProfileAnswer, told)
    return data && { ...data, id: data.user_id, lasting: { plan: data.plan } }
  }
  const { data } = route === 'validate' ? readWell(ValidationAnswer, told) : {}
  return data?.valid ? { ...data, id: data.user_id, end: data.expires_at } : undefined
}

/** Of the token that an answer is about: issued by it, to be looked at by it, or sent along. */
export function claimsAbout({ route, sent, told, status, claims }: Call): TokenClaims | undefined {
  if (route === 'validate') return claimsIn(String(sent['token']))
  if (!OPENING.includes(route) && route !== 'refresh') return claims
  const { data } = status === 200 ? readWell(SessionAnswer.partial(), told) : {}
  return data?.access_token === undefined ? undefined : claimsIn(data.access_token)
}
