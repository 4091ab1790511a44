import { randomBytes, type KeyObject } from 'node:crypto'
import { sign } from 'jsonwebtoken'
import type { Forgery } from './forged-tokens.ts'
import { encode, newKeyPair, partsOf, signWith } from './token-parts.ts'

/** Seconds. */
const AN_HOUR = 3600

/** Tokens that say that nobody has signed them, or do not say how. */
export function unsigned({ genuine }: Forgery): string[] {
  const [, payload, signature] = partsOf(genuine)
  const spellings = ['none', 'None', 'NONE', 'nOnE', '', undefined].map((alg) => encode({ alg, typ: 'JWT' }))
  return [...spellings.map((header) => `${header}.${payload}.`), `${spellings[0]}.${payload}.${signature}`]
}

/** The genuine signature under more rights, a later end, and another subject. */
export function altered({ genuine, otherSubject }: Forgery): string[] {
  const [header, , signature] = partsOf(genuine)
  const { exp } = genuine.claims
  const changes = [
    { permissions: ['read', 'write', 'chat', 'admin'] },
    { exp: exp + AN_HOUR },
    { sub: otherSubject },
  ]
  return changes.map((change) => `${header}.${encode({ ...genuine.claims, ...change })}.${signature}`)
}

/** A genuine token whose signature is missing, cut, or another one. */
export function stripped({ genuine }: Forgery): string[] {
  const [header, payload, signature] = partsOf(genuine)
  const signatures = [
    '',
    signature.slice(0, -6),
    signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
  ]
  return [...signatures.map((each) => `${header}.${payload}.${each}`), `${header}.${payload}`]
}

/** Signed with a secret that anybody may have. */
export function strangers({ genuine }: Forgery): string[] {
  return [randomBytes(36).toString('base64url'), 'secret', 'netra'].map((secret) =>
    sign(genuine.claims, secret),
  )
}

/** Signed with a key that the token itself brings along or points to. */
export function bringsOwnKey({ genuine }: Forgery): string[] {
  const { privateKey, publicKey } = newKeyPair()
  const symmetric = randomBytes(32)
  const octets = { kty: 'oct', k: symmetric.toString('base64url'), alg: 'HS256' }
  const headers: readonly [KeyObject | Buffer, object][] = [
    [privateKey, { alg: 'ES256', jwk: publicKey.export({ format: 'jwk' }) }],
    [symmetric, { alg: 'HS256', jwk: octets }],
    [symmetric, { alg: 'HS256', kid: '../../../../dev/null' }],
    [symmetric, { alg: 'HS256', kid: "' UNION SELECT 'key" }],
    [symmetric, { alg: 'HS256', jku: 'https://elsewhere.example/keys.json' }],
  ]
  return headers.map(([key, header]) => signWith(genuine, key, header))
}
