import { promise, type CheckEntry } from './entry.ts'

/** The checks of `authentication.feature` that are about being kept out: AUTH-5. */
export const REFUSALS = {
  'AUTH-5.own-pass-opens-every-door': promise("The owner's own pass opens every door", {
    clauses: ['backend.bearer', 'line.by-header'],
    source: ['scenario AUTH-5'],
    core: true,
  }),
  'AUTH-5.no-pass-refused': promise('Who shows no pass opens nothing', {
    clauses: ['backend.bearer', 'backend.no-token', 'token.refused-everywhere'],
    source: ['ASVS 8.3.1'],
  }),
  'AUTH-5.unsigned-refused': promise('A pass that nobody signed opens nothing', {
    clauses: ['auth.me.refused', 'token.unsigned'],
    source: ['RFC 8725 §3.2', 'ASVS 9.1.2'],
  }),
  'AUTH-5.foreign-algorithm-refused': promise('A pass signed in another way opens nothing', {
    clauses: ['token.other-algorithm'],
    source: ['RFC 8725 §3.1', 'ASVS 9.1.2'],
  }),
  'AUTH-5.altered-refused': promise('A pass that was altered after it was issued opens nothing', {
    clauses: ['token.altered'],
    source: ['RFC 7515 §5.2', 'ASVS 9.1.1'],
  }),
  'AUTH-5.stripped-signature-refused': promise('A pass without its signature opens nothing', {
    clauses: ['token.altered'],
    source: ['RFC 7515 §5.2', 'ASVS 9.1.1'],
  }),
  'AUTH-5.stranger-signed-refused': promise('A pass signed by a stranger opens nothing', {
    clauses: ['token.signature'],
    source: ['RFC 7515 §5.2', 'ASVS 9.1.1'],
  }),
  'AUTH-5.own-key-refused': promise('A pass that brings its own key opens nothing', {
    clauses: ['token.signature'],
    source: ['RFC 8725 §3.10', 'ASVS 9.1.3'],
  }),
  'AUTH-5.wrong-issuer-refused': promise('A pass issued elsewhere opens nothing', {
    clauses: ['token.other-issuer'],
    source: ['RFC 7519 §4.1.1', 'RFC 8725 §3.8'],
  }),
  'AUTH-5.wrong-audience-refused': promise('A pass meant for another service opens nothing', {
    clauses: ['token.other-audience'],
    source: ['RFC 7519 §4.1.3', 'RFC 8725 §3.9', 'ASVS 9.2.3'],
  }),
  'AUTH-5.endless-refused': promise('A pass without an end opens nothing', {
    clauses: ['token.endless'],
  }),
  'AUTH-5.expired-refused': promise('A pass whose time is over opens nothing', {
    clauses: ['token.expired', 'auth.logout.refused', 'auth.delete.refused'],
    source: ['RFC 7519 §4.1.4', 'ASVS 9.2.1'],
  }),
  'AUTH-5.not-yet-valid-refused': promise('A pass whose time has not come opens nothing', {
    clauses: ['token.not-yet-valid'],
    source: ['RFC 7519 §4.1.5', 'ASVS 9.2.1'],
  }),
  'AUTH-5.wrong-kind-refused': promise('A pass of another kind opens nothing', {
    clauses: ['token.other-kind'],
    source: ['RFC 8725 §3.12', 'ASVS 9.2.2'],
  }),
  'AUTH-5.nobodys-refused': promise('A pass that belongs to nobody opens nothing', {
    clauses: ['token.nobodys'],
    source: ['RFC 7519 §4.1.2'],
  }),
  'AUTH-5.in-an-address-refused': promise('A pass in an address opens nothing', {
    clauses: ['token.in-a-query'],
    source: ['RFC 6750 §5.3', 'ASVS 14.2.1'],
  }),
  'AUTH-5.signed-out-refused': promise('A pass that was signed out opens nothing, then or later', {
    clauses: ['token.signed-out'],
    source: ['ASVS 7.4.1'],
  }),
  'AUTH-5.closed-account-refused': promise('The pass of a closed account opens nothing', {
    clauses: ['token.deleted-account'],
    source: ['ASVS 7.4.2'],
    capability: 'account-deletion',
  }),
  'AUTH-5.wrong-password-refused': promise('A wrong password opens nothing', {
    clauses: ['auth.login', 'auth.login.refused'],
  }),
  'AUTH-5.refusals-tell-nothing': promise('No refusal tells whether an address has an account', {
    clauses: ['auth.login.refused-alike'],
    source: ['ASVS 6.3.8'],
  }),
  'AUTH-5.refusals-take-alike': promise('A known address is refused no slower than an unknown one', {
    clauses: ['auth.login.refused-alike'],
    source: ['ASVS 6.3.8'],
  }),
  'AUTH-5.refusals-are-explained': promise('Every refusal says in a word what is wrong', {
    clauses: ['auth.error-body'],
    source: ['scenario AUTH-5'],
  }),
  'AUTH-5.nothing-of-the-inside-shows': promise('No refusal shows how the platform is built', {
    clauses: ['auth.nothing-inside-shows'],
    source: ['ASVS 16.5.1'],
  }),
  'AUTH-5.unreadable-is-refused': promise('What cannot be read is refused as such, wherever it is sent', {
    clauses: ['auth.no-json', 'auth.error-body'],
    source: ['ASVS 2.2.1'],
  }),
  'AUTH-5.too-much-is-refused': promise('Far too much is refused as such, wherever it is sent', {
    clauses: ['auth.body-size'],
  }),
  'AUTH-5.guessing-is-slowed': promise(
    'After as many wrong guesses as may be, guessing at that account is slowed',
    {
      clauses: ['auth.login.throttled', 'auth.throttle.at-once', 'auth.throttle.nobody-else'],
      source: ['RFC 6585 §4', 'ASVS 6.3.1'],
      capability: 'login-throttle',
    },
  ),
  'AUTH-5.guessing-is-slowed-alike': promise('Guessing is slowed alike, whoever may have an account', {
    clauses: ['auth.throttle.by-address'],
    source: ['ASVS 6.3.8'],
    capability: 'login-throttle',
  }),
  'AUTH-5.told-wait-is-true': promise('Who is slowed is told how long that will last', {
    clauses: ['auth.throttle.wait-told'],
    source: ['RFC 9110 §10.2.3'],
    capability: 'login-throttle',
  }),
  'AUTH-5.wait-is-kept': promise(
    'Who is slowed has to wait as long as was told, also with the right password',
    {
      clauses: ['auth.throttle.right-password'],
      source: ['ASVS 6.3.1'],
      capability: 'login-throttle',
    },
  ),
  'AUTH-5.nobody-else-is-slowed': promise('Guessing at one account slows nobody else', {
    clauses: ['auth.login.throttled-alone', 'auth.throttle.nobody-else'],
  }),
  'AUTH-5.foreign-pages-read-nothing': promise('No foreign page may read what the platform says', {
    clauses: ['browsers.cors'],
    source: ['ASVS 3.4.2'],
  }),
  'AUTH-5.pages-run-own-code-only': promise("The platform's pages run their own code only", {
    clauses: ['browsers.own-code', 'browsers.not-framed', 'browsers.nosniff', 'browsers.referrer'],
    source: ['ASVS 3.4.3', 'ASVS 3.4.6'],
  }),
  'AUTH-5.own-password-opens': promise("After all this the owner's own password opens", {
    clauses: ['auth.login'],
    source: ['scenario AUTH-5'],
  }),
  'AUTH-5.earlier-work-is-there': promise('The owner finds her work as she left it', {
    clauses: ['messages.list'],
    source: ['scenario AUTH-5'],
  }),
} as const satisfies Record<string, CheckEntry>
