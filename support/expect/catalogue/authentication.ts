import { promise, type CheckEntry } from './entry.ts'

const AT_PROVIDER = { capability: 'oauth-google' } as const
const AT_SIDE_DOOR = { capability: 'oauth-simulation' } as const

/** The checks of `authentication.feature`. */
export const AUTHENTICATION = {
  'AUTH-1.registration-opens-a-session': promise("Registering opens a session of one's own", { core: true }),
  'AUTH-1.one-identity-everywhere': promise('The newcomer is the same person wherever she is asked'),
  'AUTH-1.first-question-answered': promise("The newcomer's first question is answered"),
  'AUTH-1.conversation-holds-both': promise('The first question and its answer are kept, once each'),
  'AUTH-1.address-taken-in-any-spelling': promise('An address belongs to one account, however it is spelled'),
  'AUTH-1.first-account-untouched': promise("Trying to take an address leaves its owner's account as it was"),
  'AUTH-1.malformed-address-refused': promise('An address that is none is refused with a reason'),
  'AUTH-1.weak-password-refused': promise('A weak password is refused with a reason'),
  'AUTH-1.missing-field-refused': promise('An incomplete registration is refused with a reason'),
  'AUTH-1.refusal-creates-nothing': promise('A refused registration leaves nothing behind'),

  'AUTH-2.request-is-bound': promise(
    'A sign-in at the provider begins with state, nonce and proof key',
    AT_PROVIDER,
  ),
  'AUTH-2.state-never-repeats': promise('No two sign-ins at the provider begin alike', AT_PROVIDER),
  'AUTH-2.browser-is-bound': promise('A sign-in belongs to the browser that began it', AT_PROVIDER),
  'AUTH-2.no-pass-in-an-address': promise('No pass travels in an address', AT_PROVIDER),
  'AUTH-2.one-account': promise('Signing in twice through the provider leads to one account', {
    ...AT_PROVIDER,
    core: true,
  }),
  'AUTH-2.rights-of-a-member': promise(
    'Who comes through the provider has the rights of every member',
    AT_PROVIDER,
  ),
  'AUTH-2.question-answered': promise('Who comes through the provider can ask and is answered', AT_PROVIDER),
  'AUTH-2.used-answer-refused': promise("The provider's answer works once", AT_PROVIDER),
  'AUTH-2.foreign-browser-refused': promise(
    "The provider's answer is worth nothing in another browser",
    AT_PROVIDER,
  ),
  'AUTH-2.unknown-state-refused': promise('An answer that belongs to no sign-in is refused', AT_PROVIDER),
  'AUTH-2.used-code-refused': promise("The provider's code works once", AT_PROVIDER),
  'AUTH-2.exchanged-proof-refused': promise(
    'A sign-in whose proof key was exchanged on the way is refused',
    AT_PROVIDER,
  ),
  'AUTH-2.exchanged-nonce-refused': promise(
    'A sign-in whose nonce was exchanged on the way is refused',
    AT_PROVIDER,
  ),
  'AUTH-2.way-back-stays-home': promise('The way back leads home and nowhere else', AT_PROVIDER),
  'AUTH-2.unconfirmed-address-takes-nothing': promise(
    "An address that was only claimed opens nobody's account",
    AT_PROVIDER,
  ),
  'AUTH-2.confirmed-address-takes-nothing': promise(
    'A provider identity does not open an account that has a password',
    AT_PROVIDER,
  ),
  'AUTH-2.withheld-consent-signs-nobody-in': promise(
    'Who withholds consent is not signed in, and told so',
    AT_PROVIDER,
  ),
  'AUTH-2.side-door-needs-its-key': promise('The side door for testers opens to its key only', AT_SIDE_DOOR),
  'AUTH-2.side-door-keeps-people-apart': promise(
    'The side door takes different addresses for different people',
    AT_SIDE_DOOR,
  ),
  'AUTH-2.simulated-person-is-at-work': promise(
    'Who comes through the side door is one person with the rights that were granted',
    AT_SIDE_DOOR,
  ),

  'AUTH-3.renewal-gives-new-passes': promise('Renewing gives a new pass and a new means of renewal', {
    core: true,
  }),
  'AUTH-3.same-person-after-renewal': promise('After renewing she is still herself'),
  'AUTH-3.stated-life-is-true': promise('A session lives exactly as long as is said'),
  'AUTH-3.watching-goes-on': promise('Watching goes on across a renewal'),
  'AUTH-3.work-goes-on': promise('Work goes on across a renewal'),
  'AUTH-3.expired-opens-nothing': promise('An expired session opens nothing'),
  'AUTH-3.expired-opens-no-line': promise('An expired session opens no live line'),
  'AUTH-3.expiry-ends-the-line': promise('A live line ends with the session it lives by', {
    capability: 'expiry-enforced-live',
  }),
  'AUTH-3.access-does-not-renew': promise('What opens doors does not renew'),
  'AUTH-3.refresh-does-not-enter': promise('What renews opens no door'),
  'AUTH-3.spent-renewal-refused': promise('A means of renewal works once'),
  'AUTH-3.replay-ends-the-session': promise('A means of renewal that is used twice ends its session', {
    capability: 'refresh-family-revocation',
  }),
  'AUTH-3.replay-ends-no-other': promise('Other sessions of the same person go on'),

  'AUTH-4.sessions-are-distinct': promise('Three devices have three sessions', { core: true }),
  'AUTH-4.devices-share-conversations': promise('Every device shows the conversations of all'),
  'AUTH-4.same-person-on-every-device': promise('Every device knows the same person'),
  'AUTH-4.signed-out-opens-nothing': promise('After signing out, that device opens nothing'),
  'AUTH-4.signed-out-cannot-renew': promise('After signing out, that device cannot renew', {
    capability: 'logout-revokes-refresh',
  }),
  'AUTH-4.signed-out-line-ends': promise("Signing out ends that device's live line", {
    capability: 'logout-closes-live',
  }),
  'AUTH-4.others-go-on': promise('The other devices go on as before'),
  'AUTH-4.others-renew': promise('The other devices can renew'),

  'AUTH-5.own-pass-opens-every-door': promise("The owner's own pass opens every door", { core: true }),
  'AUTH-5.unsigned-refused': promise('A pass that nobody signed opens nothing'),
  'AUTH-5.foreign-algorithm-refused': promise('A pass signed in another way opens nothing'),
  'AUTH-5.altered-refused': promise('A pass that was altered after it was issued opens nothing'),
  'AUTH-5.stripped-signature-refused': promise('A pass without its signature opens nothing'),
  'AUTH-5.stranger-signed-refused': promise('A pass signed by a stranger opens nothing'),
  'AUTH-5.own-key-refused': promise('A pass that brings its own key opens nothing'),
  'AUTH-5.wrong-issuer-refused': promise('A pass issued elsewhere opens nothing'),
  'AUTH-5.wrong-audience-refused': promise('A pass meant for another service opens nothing'),
  'AUTH-5.endless-refused': promise('A pass without an end opens nothing'),
  'AUTH-5.expired-refused': promise('A pass whose time is over opens nothing'),
  'AUTH-5.not-yet-valid-refused': promise('A pass whose time has not come opens nothing'),
  'AUTH-5.wrong-kind-refused': promise('A pass of another kind opens nothing'),
  'AUTH-5.in-an-address-refused': promise('A pass in an address opens nothing'),
  'AUTH-5.closed-account-refused': promise('The pass of a closed account opens nothing', {
    capability: 'account-deletion',
  }),
  'AUTH-5.wrong-password-refused': promise('A wrong password opens nothing'),
  'AUTH-5.refusals-tell-nothing': promise('No refusal tells whether an address has an account'),
  'AUTH-5.refusals-take-alike': promise('A known address is refused no slower than an unknown one'),
  'AUTH-5.refusals-are-explained': promise('Every refusal says in a word what is wrong'),
  'AUTH-5.nothing-of-the-inside-shows': promise('No refusal shows how the platform is built'),
  'AUTH-5.guessing-is-slowed': promise('After ten wrong guesses, guessing at that account is slowed', {
    capability: 'login-throttle',
  }),
  'AUTH-5.nobody-else-is-slowed': promise('Guessing at one account slows nobody else'),
  'AUTH-5.own-password-opens': promise("After all this the owner's own password opens"),
  'AUTH-5.earlier-work-is-there': promise('The owner finds her work as she left it'),
} as const satisfies Record<string, CheckEntry>
