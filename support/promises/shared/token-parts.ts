import { generateKeyPairSync, randomUUID, type KeyObject, type KeyPairKeyObjectResult } from 'node:crypto'
import { sign, type Algorithm, type JwtHeader } from 'jsonwebtoken'
import type { Session } from '#clients/session'

/** Signs the claims of a session, as somebody who has no business to. @param header with the algorithm in `alg` */
export function signWith({ claims }: Session, key: KeyObject | Buffer, header: object): string {
  const { alg, ...more } = header as JwtHeader
  return sign({ ...claims, jti: randomUUID() }, key, {
    algorithm: alg as Algorithm,
    header: { alg, ...more },
  })
}

/** A key pair for ES256 that nobody knows. */
export function newKeyPair(): KeyPairKeyObjectResult {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

/** Header, payload and signature of a session's access token, as they stand in it. */
export function partsOf({ accessToken }: Session): [string, string, string] {
  const [header = '', payload = '', signature = ''] = accessToken.split('.')
  return [header, payload, signature]
}

/** A part of a token as it stands in it: JSON in base64url. */
export function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
