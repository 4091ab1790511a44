import { promise, type CheckEntry } from './entry.ts'

const AT_PROVIDER = { capability: 'oauth-google' } as const

/** The checks of `authentication.feature` that are about tampering with a sign-in elsewhere: AUTH-2. */
export const PROVIDER_ATTACKS = {
  'AUTH-2.used-answer-refused': promise("The provider's answer works once", {
    ...AT_PROVIDER,
    clauses: ['auth.callback.state'],
    source: ['RFC 9700 §4.7'],
  }),
  'AUTH-2.foreign-browser-refused': promise("The provider's answer is worth nothing in another browser", {
    ...AT_PROVIDER,
    clauses: ['auth.callback.state'],
    source: ['RFC 6749 §10.12', 'ASVS 10.1.2'],
  }),
  'AUTH-2.stranger-under-way-refused': promise(
    "The provider's answer is worth nothing to a stranger who signs in himself",
    {
      ...AT_PROVIDER,
      clauses: ['auth.callback.state'],
      source: ['RFC 9700 §4.7'],
    },
  ),
  'AUTH-2.code-in-foreign-sign-in-refused': promise(
    "The provider's code is worth nothing in the sign-in of a stranger",
    {
      ...AT_PROVIDER,
      clauses: ['auth.callback.code-refused', 'auth.callback.identity'],
      source: ['RFC 9700 §4.5'],
    },
  ),
  'AUTH-2.other-provider-refused': promise('Nobody is sent to a provider that there is not', {
    ...AT_PROVIDER,
    clauses: ['auth.provider.other-provider'],
  }),
  'AUTH-2.sign-in-comes-out-at-home': promise('A sign-in comes out on a page that is there', {
    ...AT_PROVIDER,
    clauses: ['auth.callback'],
  }),
  'AUTH-2.provider-session-renews-and-ends': promise(
    'A session from the provider renews and ends like any other',
    {
      ...AT_PROVIDER,
      clauses: ['auth.refresh', 'auth.logout', 'auth.delete.gone'],
    },
  ),
  'AUTH-2.provider-account-keeps-its-owner': promise(
    'Another identity of the same address does not open an account of the provider',
    { ...AT_PROVIDER, clauses: ['auth.callback'], source: ['OIDC Core §5.7'] },
  ),
  'AUTH-2.provider-account-not-claimed': promise(
    'A claim that nobody has confirmed does not open an account of the provider',
    {
      ...AT_PROVIDER,
      clauses: ['auth.callback.unconfirmed-address'],
      source: ['OIDC Core §5.7'],
    },
  ),
  'AUTH-2.claimed-address-stays-free': promise('An address that was only claimed stays free for its owner', {
    ...AT_PROVIDER,
    clauses: ['auth.callback.unconfirmed-address'],
    source: ['OIDC Core §5.7'],
  }),
  'AUTH-2.unknown-state-refused': promise('An answer that belongs to no sign-in is refused', {
    ...AT_PROVIDER,
    clauses: ['auth.callback.state'],
    source: ['RFC 6749 §10.12', 'ASVS 10.2.1'],
  }),
  'AUTH-2.used-code-refused': promise("The provider's code works once", {
    ...AT_PROVIDER,
    clauses: ['auth.callback.code-refused'],
    source: ['RFC 6749 §4.1.2', 'ASVS 10.4.2'],
  }),
  'AUTH-2.exchanged-proof-refused': promise('A sign-in whose proof key was exchanged on the way is refused', {
    ...AT_PROVIDER,
    clauses: ['auth.callback.code-refused'],
    source: ['RFC 7636 §4.6', 'ASVS 10.4.6'],
  }),
  'AUTH-2.exchanged-nonce-refused': promise('A sign-in whose nonce was exchanged on the way is refused', {
    ...AT_PROVIDER,
    clauses: ['auth.callback.identity'],
    source: ['OIDC Core §3.1.3.7', 'ASVS 10.5.1'],
  }),
  'AUTH-2.way-back-stays-home': promise('The way back leads home and nowhere else', {
    ...AT_PROVIDER,
    clauses: ['auth.provider.way-back'],
    source: ['RFC 9700 §4.11', 'ASVS 3.7.2'],
  }),
  'AUTH-2.unconfirmed-address-takes-nothing': promise(
    "An address that was only claimed opens nobody's account",
    {
      ...AT_PROVIDER,
      clauses: ['auth.callback.unconfirmed-address'],
      source: ['OIDC Core §5.7'],
    },
  ),
  'AUTH-2.confirmed-address-takes-nothing': promise(
    'A provider identity does not open an account that has a password',
    {
      ...AT_PROVIDER,
      clauses: ['auth.callback.password-account'],
      source: ['OIDC Core §5.7'],
    },
  ),
  'AUTH-2.withheld-consent-signs-nobody-in': promise('Who withholds consent is not signed in, and told so', {
    ...AT_PROVIDER,
    clauses: ['auth.callback.provider-error'],
    source: ['RFC 6749 §4.1.2.1'],
  }),
} as const satisfies Record<string, CheckEntry>
