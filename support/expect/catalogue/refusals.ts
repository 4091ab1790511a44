import { promise, type CheckEntry } from './entry.ts'

/** The checks of `authentication.feature` that are about being kept out: AUTH-5. */
export const REFUSALS = {
  'AUTH-5.own-pass-opens-every-door': promise("The owner's own pass opens every door", {
    source: ['scenario AUTH-5', 'contract §3 A bearer token on everything'],
    core: true,
  }),
  'AUTH-5.no-pass-refused': promise('Who shows no pass opens nothing', {
    source: ['contract §3 A bearer token on everything', 'contract §2 Refused everywhere', 'ASVS 8.3.1'],
  }),
  'AUTH-5.unsigned-refused': promise('A pass that nobody signed opens nothing', {
    source: ['contract §2 unsigned', 'RFC 8725 §3.2', 'ASVS 9.1.2'],
  }),
  'AUTH-5.foreign-algorithm-refused': promise('A pass signed in another way opens nothing', {
    source: ['contract §2 signed in another way', 'RFC 8725 §3.1', 'ASVS 9.1.2'],
  }),
  'AUTH-5.altered-refused': promise('A pass that was altered after it was issued opens nothing', {
    source: ['contract §2 altered', 'RFC 7515 §5.2', 'ASVS 9.1.1'],
  }),
  'AUTH-5.stripped-signature-refused': promise('A pass without its signature opens nothing', {
    source: ['contract §2 altered', 'RFC 7515 §5.2', 'ASVS 9.1.1'],
  }),
  'AUTH-5.stranger-signed-refused': promise('A pass signed by a stranger opens nothing', {
    source: ['contract §2 signed with HS256 and one secret', 'RFC 7515 §5.2', 'ASVS 9.1.1'],
  }),
  'AUTH-5.own-key-refused': promise('A pass that brings its own key opens nothing', {
    source: ['contract §2 signed with HS256 and one secret', 'RFC 8725 §3.10', 'ASVS 9.1.3'],
  }),
  'AUTH-5.wrong-issuer-refused': promise('A pass issued elsewhere opens nothing', {
    source: ['contract §2 of another issuer or audience', 'RFC 7519 §4.1.1', 'RFC 8725 §3.8'],
  }),
  'AUTH-5.wrong-audience-refused': promise('A pass meant for another service opens nothing', {
    source: ['contract §2 of another issuer or audience', 'RFC 7519 §4.1.3', 'RFC 8725 §3.9', 'ASVS 9.2.3'],
  }),
  'AUTH-5.endless-refused': promise('A pass without an end opens nothing', {
    source: ['contract §2 without or past its end'],
  }),
  'AUTH-5.expired-refused': promise('A pass whose time is over opens nothing', {
    source: ['contract §2 without or past its end', 'RFC 7519 §4.1.4', 'ASVS 9.2.1'],
  }),
  'AUTH-5.not-yet-valid-refused': promise('A pass whose time has not come opens nothing', {
    source: ['contract §2 not yet valid', 'RFC 7519 §4.1.5', 'ASVS 9.2.1'],
  }),
  'AUTH-5.wrong-kind-refused': promise('A pass of another kind opens nothing', {
    source: ['contract §2 of another kind', 'RFC 8725 §3.12', 'ASVS 9.2.2'],
  }),
  'AUTH-5.nobodys-refused': promise('A pass that belongs to nobody opens nothing', {
    source: ['contract §2 of nobody', 'RFC 7519 §4.1.2'],
  }),
  'AUTH-5.in-an-address-refused': promise('A pass in an address opens nothing', {
    source: ['contract §2 A token is never taken from a query string', 'RFC 6750 §5.3', 'ASVS 14.2.1'],
  }),
  'AUTH-5.closed-account-refused': promise('The pass of a closed account opens nothing', {
    source: ['contract §2 of a deleted account', 'ASVS 7.4.2'],
    capability: 'account-deletion',
  }),
  'AUTH-5.wrong-password-refused': promise('A wrong password opens nothing', {
    source: ['contract §2 POST /auth/login'],
  }),
  'AUTH-5.refusals-tell-nothing': promise('No refusal tells whether an address has an account', {
    source: ['contract §2 alike in body and time for an unknown address and a wrong password', 'ASVS 6.3.8'],
  }),
  'AUTH-5.refusals-take-alike': promise('A known address is refused no slower than an unknown one', {
    source: ['contract §2 alike in body and time for an unknown address and a wrong password', 'ASVS 6.3.8'],
  }),
  'AUTH-5.refusals-are-explained': promise('Every refusal says in a word what is wrong', {
    source: ['contract §2 An error is {"detail": "…"}', 'scenario AUTH-5'],
  }),
  'AUTH-5.nothing-of-the-inside-shows': promise('No refusal shows how the platform is built', {
    source: ['contract §2 No trace, query or path ever shows', 'ASVS 16.5.1'],
  }),
  'AUTH-5.guessing-is-slowed': promise(
    'After as many wrong guesses as may be, guessing at that account is slowed',
    {
      source: ['contract §2 after 10 failures in 60 s 429 with Retry-After', 'RFC 6585 §4', 'ASVS 6.3.1'],
      capability: 'login-throttle',
    },
  ),
  'AUTH-5.nobody-else-is-slowed': promise('Guessing at one account slows nobody else', {
    source: ['contract §2 for that account only'],
  }),
  'AUTH-5.foreign-pages-read-nothing': promise('No foreign page may read what the platform says', {
    source: ['contract §3 No page of another origin than the frontend', 'ASVS 3.4.2'],
  }),
  'AUTH-5.pages-run-own-code-only': promise("The platform's pages run their own code only", {
    source: ["contract §3 The frontend's pages run their own code only", 'ASVS 3.4.3', 'ASVS 3.4.6'],
  }),
  'AUTH-5.own-password-opens': promise("After all this the owner's own password opens", {
    source: ['scenario AUTH-5', 'contract §2 POST /auth/login'],
  }),
  'AUTH-5.earlier-work-is-there': promise('The owner finds her work as she left it', {
    source: ['scenario AUTH-5', 'contract §3 GET /api/threads/{id}/messages'],
  }),
} as const satisfies Record<string, CheckEntry>
