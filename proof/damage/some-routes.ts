import type { AuthParts } from '@netra/local-stack/auth-service/parts'
import type { IdentityCheck } from '@netra/local-stack/backend/identity'
import type { BackendParts } from '@netra/local-stack/backend/parts'
import type { Replacements } from '@netra/local-stack/service-kit/compose'
import type { IncomingHttpHeaders } from 'node:http'

/** Whether a request is one of those that are dealt with otherwise; only what has a body has a type of body. */
type Where = (path: string, hasBody: boolean) => boolean

/** Stands before tokens that were shown there; what is shown nowhere is as long as this. */
const MARK = 'there.'

/**
 * The backend looks at tokens in another way on some of its routes.
 *
 * @param otherwise given what was shown (empty where nothing was), and how the others are looked at
 */
export function lookingOtherwise(
  where: Where,
  otherwise: (token: string, standard: IdentityCheck, kit: BackendParts) => ReturnType<IdentityCheck>,
): Replacements<BackendParts> {
  return {
    tokenSource: (_kit, standard) => marking(where, standard),
    identity: (kit, standard) => async (token) =>
      token.startsWith(MARK) ? otherwise(token.slice(MARK.length), standard, kit) : standard(token),
  }
}

/** The same of the auth service. */
export function recognisingOtherwise(
  where: Where,
  otherwise: (
    token: string,
    standard: AuthParts['signIns']['recognise'],
    kit: AuthParts,
  ) => ReturnType<AuthParts['signIns']['recognise']>,
): Replacements<AuthParts> {
  return {
    tokenSource: (_kit, standard) => marking(where, standard),
    signIns: (kit, standard) => {
      const recognise: typeof standard.recognise = async (token) =>
        token.startsWith(MARK)
          ? otherwise(token.slice(MARK.length), (other) => standard.recognise(other), kit)
          : standard.recognise(token)
      const end: typeof standard.end = async (token) => {
        if (!token.startsWith(MARK)) return standard.end(token)
        const { account, claims } = await recognise(token)
        return kit.sessionEnds.sessionEnded(account.id, await kit.sessions.endByToken(claims))
      }
      return { ...standard, recognise, end }
    },
  }
}

type TokenSource = (headers: IncomingHttpHeaders, url: string) => string | undefined

function marking(where: Where, standard: TokenSource): TokenSource {
  return (headers, url) => {
    const { pathname } = new URL(url, 'http://localhost')
    const token = standard(headers, url)
    return where(pathname, headers['content-type'] !== undefined) ? `${MARK}${token ?? ''}` : token
  }
}
