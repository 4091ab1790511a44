import { promise, type CheckEntry } from './entry.ts'

const AT_PROVIDER = { capability: 'oauth-google' } as const
const AT_SIDE_DOOR = { capability: 'oauth-simulation' } as const

/** The checks of `authentication.feature` that are about signing in elsewhere: AUTH-2. */
export const OUTSIDE_PROVIDER = {
  'AUTH-2.request-is-bound': promise('A sign-in at the provider begins with state, nonce and proof key', {
    ...AT_PROVIDER,
    clauses: ['auth.provider.start'],
    source: ['RFC 7636 §4.3', 'RFC 9700 §2.1.1', 'OIDC Core §3.1.2.1'],
  }),
  'AUTH-2.state-never-repeats': promise('No two sign-ins at the provider begin alike', {
    ...AT_PROVIDER,
    clauses: ['auth.provider.start'],
    source: ['RFC 6749 §10.12', 'ASVS 10.1.2'],
  }),
  'AUTH-2.browser-is-bound': promise('A sign-in belongs to the browser that began it', {
    ...AT_PROVIDER,
    clauses: ['auth.provider.cookie'],
    source: ['RFC 6749 §10.12', 'ASVS 10.1.2', 'ASVS 3.3.4'],
  }),
  'AUTH-2.no-pass-in-an-address': promise('No pass travels in an address', {
    ...AT_PROVIDER,
    clauses: ['auth.callback.fragment'],
    source: ['RFC 6750 §5.3', 'ASVS 14.2.1'],
  }),
  'AUTH-2.one-account': promise('Signing in again through the provider leads to the same account', {
    ...AT_PROVIDER,
    clauses: ['auth.callback'],
    source: ['scenario AUTH-2', 'OIDC Core §5.7', 'ASVS 10.5.2'],
    core: true,
  }),
  'AUTH-2.rights-of-a-member': promise('Who comes through the provider has the rights of every member', {
    ...AT_PROVIDER,
    source: ['scenario AUTH-2'],
  }),
  'AUTH-2.question-answered': promise('Who comes through the provider can ask and is answered', {
    ...AT_PROVIDER,
    source: ['scenario AUTH-2'],
  }),
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
  'AUTH-2.side-door-needs-its-key': promise('The side door for testers opens to its key only', {
    ...AT_SIDE_DOOR,
    clauses: ['auth.simulation.key'],
  }),
  'AUTH-2.side-door-keeps-people-apart': promise(
    'The side door takes different addresses for different people',
    { ...AT_SIDE_DOOR, clauses: ['auth.simulation'], source: ['scenario AUTH-2'] },
  ),
  'AUTH-2.simulated-person-is-at-work': promise(
    'Who comes through the side door is one person with the rights that were granted',
    { ...AT_SIDE_DOOR, clauses: ['auth.simulation'], source: ['scenario AUTH-2'] },
  ),
} as const satisfies Record<string, CheckEntry>
