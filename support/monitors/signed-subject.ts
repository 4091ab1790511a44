import { createSecretKey } from 'node:crypto'
import { verify } from 'jsonwebtoken'

const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/

/**
 * In whose name somebody speaks by a token that the platform's own secret has signed, whatever else is wrong with it.
 * Nobody but the platform and this suite can sign one: what its bearer is shown, she is shown as its subject.
 */
export function signedSubject(secret: string | undefined): (text: string) => string | undefined {
  // Of a secret that is text, a public key is tried to be made first, each time.
  const key = secret === undefined ? undefined : createSecretKey(secret, 'utf8')
  return (text) => {
    const token = TOKEN.exec(text)?.[0]
    if (key === undefined || token === undefined) return undefined
    try {
      const ignoring = { ignoreExpiration: true, ignoreNotBefore: true }
      const { sub } = verify(token, key, { algorithms: ['HS256'], ...ignoring }) as { sub?: unknown }
      return typeof sub === 'string' ? sub : undefined
    } catch {
      return undefined
    }
  }
}
