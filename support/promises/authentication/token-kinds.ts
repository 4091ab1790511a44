import type { AccessAttempt } from '#promises/shared/access-points.checks'
import { tryOtherSpellings } from '#promises/shared/other-spellings'
import type { Slug } from '#expect/catalogue'
import { FORGED_KINDS } from '#promises/shared/forged-tokens'
import type { Phrased } from '#promises/shared/phrase-table'
import { sessionOfClosed, sessionOfSignedOut } from './spare-accounts.ts'
import {
  forgeryOf,
  inAddresses,
  noTokens,
  type BreakInSetting,
  type TokenSpelling,
} from './token-spellings.ts'

/** A kind of token that somebody may try to get in with. */
export interface TokenKind extends Phrased {
  readonly slug: Slug
  /** Several spellings of it. @throws {NotTestable} where such a token cannot be had */
  readonly credentials: (
    setting: BreakInSetting,
  ) => Promise<readonly TokenSpelling[]> | readonly TokenSpelling[]
  /** Tries what no spelling of it can. */
  readonly besides?: (setting: BreakInSetting) => Promise<AccessAttempt[]>
}

/** Every kind of token that a feature may name. */
export const TOKEN_KINDS: readonly TokenKind[] = [
  {
    phrase: 'that is none',
    slug: 'no-pass-refused',
    credentials: noTokens,
    besides: ({ intruder, scenario }) => tryOtherSpellings(intruder, scenario),
  },
  ...FORGED_KINDS.map(({ phrase, slug, forge }) => ({
    phrase,
    slug,
    credentials: (setting: BreakInSetting) => forge(forgeryOf(setting)).map((token) => ({ token })),
  })),
  { phrase: 'in an address', slug: 'in-an-address-refused', credentials: inAddresses },
  { phrase: 'that was signed out', slug: 'signed-out-refused', credentials: ofSignedOut },
  { phrase: 'of a closed account', slug: 'closed-account-refused', credentials: ofClosedAccount },
]

/** A token of a session of one's own that was signed out. @throws {UnexpectedAnswer} */
async function ofSignedOut({ intruder }: BreakInSetting): Promise<readonly TokenSpelling[]> {
  return [{ token: (await sessionOfSignedOut(intruder)).accessToken }]
}

/** A token of an account that was closed. @throws {NotTestable} where accounts cannot be closed */
async function ofClosedAccount({ intruder, scenario }: BreakInSetting): Promise<readonly TokenSpelling[]> {
  return [{ token: (await sessionOfClosed(intruder, scenario)).accessToken }]
}
