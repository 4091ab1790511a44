import { sign } from 'jsonwebtoken'
import { mintAccessToken, type ClaimChanges } from '#clients/authentication'
import type { Session } from '#clients/session'
import { NotTestable } from '#expect/seen'
import type { Slug } from '#expect/catalogue'
import type { Phrased } from './phrase-table.ts'
import { altered, bringsOwnKey, stripped, strangers, unsigned } from './strangers-tokens.ts'
import { newKeyPair, signWith } from './token-parts.ts'

/** What a forger has to work with. */
export interface Forgery {
  /** The honest session that is imitated. */
  readonly genuine: Session
  /** Somebody else's subject, to be slipped in. */
  readonly otherSubject: string
  /** The platform's own secret, where the suite has it. */
  readonly secret: string | undefined
}

/** A kind of token that must be accepted nowhere. */
interface ForgedKind extends Phrased {
  readonly slug: Slug
  /** Several spellings of the same forgery. @throws {NotTestable} where it takes a secret that the suite has not */
  readonly forge: (forgery: Forgery) => readonly string[]
}

/** Seconds. */
const LONG_AGO = 3600
const A_MINUTE = 60

/** Every kind of forged token that a feature may name. */
export const FORGED_KINDS: readonly ForgedKind[] = [
  { phrase: 'signed by nobody', slug: 'unsigned-refused', forge: unsigned },
  { phrase: 'signed in another way', slug: 'foreign-algorithm-refused', forge: otherAlgorithms },
  { phrase: 'altered after it was issued', slug: 'altered-refused', forge: altered },
  { phrase: 'without its signature', slug: 'stripped-signature-refused', forge: stripped },
  { phrase: 'signed by a stranger', slug: 'stranger-signed-refused', forge: strangers },
  { phrase: 'bringing its own key', slug: 'own-key-refused', forge: bringsOwnKey },
  {
    phrase: 'issued elsewhere',
    slug: 'wrong-issuer-refused',
    forge: minted(
      ...['somebody-else', 'netra-auth-service.evil.example', 'https://netra-auth-service', 'netra'].map(
        (iss) => ({ iss }),
      ),
      { iss: undefined },
    ),
  },
  {
    phrase: 'meant for another service',
    slug: 'wrong-audience-refused',
    forge: minted(
      ...['another-service', 'netra-platform.evil.example', 'netra', ''].map((aud) => ({ aud })),
      { aud: ['another-service', 'netra-platform-test'] },
      { aud: undefined },
    ),
  },
  { phrase: 'without an end', slug: 'endless-refused', forge: minted({ exp: undefined }) },
  { phrase: 'whose time is over', slug: 'expired-refused', forge: expired },
  { phrase: 'whose time has not come', slug: 'not-yet-valid-refused', forge: notYetValid },
  { phrase: 'of another kind', slug: 'wrong-kind-refused', forge: otherKinds },
  {
    phrase: 'that belongs to nobody',
    slug: 'nobodys-refused',
    forge: minted({ sub: 'nobody' }, { sub: undefined }, { sub: '' }),
  },
]

/**
 * A token like a genuine one in everything: that it is accepted shows what the others are refused for.
 *
 * @throws {NotTestable} without the secret
 */
export function honestImitation({ genuine, secret }: Forgery): string {
  return mintAccessToken(genuine, secretOr(secret))
}

function otherAlgorithms({ genuine, secret }: Forgery): string[] {
  const { privateKey } = newKeyPair()
  const algorithms = ['HS384', 'HS512'] as const
  const bySecret = algorithms.map((algorithm) => sign(genuine.claims, secretOr(secret), { algorithm }))
  return [...bySecret, signWith(genuine, privateKey, { alg: 'ES256' })]
}

/** Genuine in everything but these claims: each set of changes is one token. */
function minted(...changes: readonly ClaimChanges[]): ForgedKind['forge'] {
  return ({ genuine, secret }) => changes.map((change) => mintAccessToken(genuine, secretOr(secret), change))
}

function expired(forgery: Forgery): readonly string[] {
  const { iat, exp } = forgery.genuine.claims
  const justNow = Math.floor(Date.now() / 1000) - 30
  return minted(
    { iat: iat - 2 * LONG_AGO, exp: exp - 2 * LONG_AGO },
    { iat: justNow - 60, exp: justNow },
  )(forgery)
}

/** A token of one's own that has expired; undefined where none can be signed. */
export function expiredToken(genuine: Session, secret: string | undefined): string | undefined {
  return secret === undefined ? undefined : expired({ genuine, otherSubject: '', secret })[0]
}

function notYetValid(forgery: Forgery): readonly string[] {
  const now = Math.floor(Date.now() / 1000)
  return minted({ nbf: now + LONG_AGO }, { nbf: now + LONG_AGO / 6 }, { nbf: now + A_MINUTE })(forgery)
}

function otherKinds(forgery: Forgery): readonly string[] {
  const { refreshToken } = forgery.genuine
  const others = minted(
    { token_type: 'refresh' },
    { token_type: 'logout' },
    { token_type: 'ACCESS' },
    { token_type: 'access-by-letter' },
    { token_type: 'no-access' },
    { token_type: undefined },
  )(forgery)
  return refreshToken === undefined ? others : [refreshToken, ...others]
}

function secretOr(secret: string | undefined): string {
  if (secret) return secret
  throw new NotTestable("such a pass can only be signed with the platform's secret: set JWT_SECRET_STAGING")
}
