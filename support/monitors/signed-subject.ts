import { verify } from 'jsonwebtoken'

const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/

/**
 * In whose name somebody speaks by a token that the platform's own secret has signed, whatever else is wrong with it.
 * Nobody but the platform and this suite can sign one: what its bearer is shown, she is shown as its subject.
 */
export function signedSubject(secret: string | undefined): (text: string) => string | undefined {
  return (text) => {
    const token = TOKEN.exec(text)?.[0]
    if (secret === undefined || token === undefined) return undefined
    try {
      const ignoring = { ignoreExpiration: true, ignoreNotBefore: true }
      const { sub } = verify(token, secret, { algorithms: ['HS256'], ...ignoring }) as { sub?: unknown }
      return typeof sub === 'string' ? sub : undefined
    } catch {
      return undefined
    }
  }
}
