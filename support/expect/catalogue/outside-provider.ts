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
    clauses: ['auth.callback', 'auth.at-once.sign-ins'],
    source: ['scenario AUTH-2', 'OIDC Core §5.7', 'ASVS 10.5.2'],
    core: true,
  }),
  'AUTH-2.provider-account-is-hers': promise(
    'An account of the provider is told as it is, and its address is taken',
    {
      ...AT_PROVIDER,
      clauses: ['auth.provider-named', 'auth.register.taken-address', 'threads.list.own-only'],
    },
  ),
  'AUTH-2.rights-of-a-member': promise('Who comes through the provider has the rights of every member', {
    ...AT_PROVIDER,
    source: ['scenario AUTH-2'],
  }),
  'AUTH-2.question-answered': promise('Who comes through the provider can ask and is answered', {
    ...AT_PROVIDER,
    source: ['scenario AUTH-2'],
  }),
  'AUTH-2.side-door-opens-no-other-account': promise(
    'The side door for testers leads into no account that was not made there',
    { ...AT_SIDE_DOOR, clauses: ['auth.simulation.other-account'] },
  ),
  'AUTH-2.side-door-needs-its-key': promise('The side door for testers opens to its key only', {
    ...AT_SIDE_DOOR,
    clauses: ['auth.simulation.key'],
  }),
  'AUTH-2.side-door-keeps-people-apart': promise(
    'The side door takes different addresses for different people',
    { ...AT_SIDE_DOOR, clauses: ['auth.simulation', 'auth.at-once.sign-ins'], source: ['scenario AUTH-2'] },
  ),
  'AUTH-2.simulated-person-is-at-work': promise(
    'Who comes through the side door is one person with the rights that were granted',
    { ...AT_SIDE_DOOR, clauses: ['auth.simulation'], source: ['scenario AUTH-2'] },
  ),
} as const satisfies Record<string, CheckEntry>
