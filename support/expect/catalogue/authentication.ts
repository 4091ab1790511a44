import { kept, type CheckEntry } from './entry.ts'

const AT_PROVIDER = { capability: 'oauth-google' } as const
const AT_SIDE_DOOR = { capability: 'oauth-simulation' } as const

/** The checks of `authentication.feature`. */
export const AUTHENTICATION = {
  'AUTH-1.registration-opens-a-session': kept("Registering opens a session of one's own", { core: true }),
  'AUTH-1.one-identity-everywhere': kept('The newcomer is the same person wherever she is asked'),
  'AUTH-1.first-question-answered': kept("The newcomer's first question is answered"),
  'AUTH-1.conversation-holds-both': kept('The first question and its answer are kept, once each'),
  'AUTH-1.address-taken-in-any-spelling': kept('An address belongs to one account, however it is spelled'),
  'AUTH-1.first-account-untouched': kept("Trying to take an address leaves its owner's account as it was"),
  'AUTH-1.malformed-address-refused': kept('An address that is none is refused with a reason'),
  'AUTH-1.weak-password-refused': kept('A weak password is refused with a reason'),
  'AUTH-1.missing-field-refused': kept('An incomplete registration is refused with a reason'),
  'AUTH-1.refusal-creates-nothing': kept('A refused registration leaves nothing behind'),

  'AUTH-2.request-is-bound': kept(
    'A sign-in at the provider begins with state, nonce and proof key',
    AT_PROVIDER,
  ),
  'AUTH-2.state-never-repeats': kept('No two sign-ins at the provider begin alike', AT_PROVIDER),
  'AUTH-2.browser-is-bound': kept('A sign-in belongs to the browser that began it', AT_PROVIDER),
  'AUTH-2.no-pass-in-an-address': kept('No pass travels in an address', AT_PROVIDER),
  'AUTH-2.one-account': kept('Signing in twice through the provider leads to one account', {
    ...AT_PROVIDER,
    core: true,
  }),
  'AUTH-2.rights-of-a-member': kept(
    'Who comes through the provider has the rights of every member',
    AT_PROVIDER,
  ),
  'AUTH-2.question-answered': kept('Who comes through the provider can ask and is answered', AT_PROVIDER),
  'AUTH-2.used-answer-refused': kept("The provider's answer works once", AT_PROVIDER),
  'AUTH-2.foreign-browser-refused': kept(
    "The provider's answer is worth nothing in another browser",
    AT_PROVIDER,
  ),
  'AUTH-2.unknown-state-refused': kept('An answer that belongs to no sign-in is refused', AT_PROVIDER),
  'AUTH-2.used-code-refused': kept("The provider's code works once", AT_PROVIDER),
  'AUTH-2.exchanged-proof-refused': kept(
    'A sign-in whose proof key was exchanged on the way is refused',
    AT_PROVIDER,
  ),
  'AUTH-2.exchanged-nonce-refused': kept(
    'A sign-in whose nonce was exchanged on the way is refused',
    AT_PROVIDER,
  ),
  'AUTH-2.way-back-stays-home': kept('The way back leads home and nowhere else', AT_PROVIDER),
  'AUTH-2.unconfirmed-address-takes-nothing': kept(
    "An address that was only claimed opens nobody's account",
    AT_PROVIDER,
  ),
  'AUTH-2.confirmed-address-takes-nothing': kept(
    'A provider identity does not open an account that has a password',
    AT_PROVIDER,
  ),
  'AUTH-2.withheld-consent-signs-nobody-in': kept(
    'Who withholds consent is not signed in, and told so',
    AT_PROVIDER,
  ),
  'AUTH-2.side-door-needs-its-key': kept('The side door for testers opens to its key only', AT_SIDE_DOOR),
  'AUTH-2.side-door-keeps-people-apart': kept(
    'The side door takes different addresses for different people',
    AT_SIDE_DOOR,
  ),
  'AUTH-2.simulated-person-is-at-work': kept(
    'Who comes through the side door is one person with the rights that were granted',
    AT_SIDE_DOOR,
  ),

  'AUTH-3.renewal-gives-new-passes': kept('Renewing gives a new pass and a new means of renewal', {
    core: true,
  }),
  'AUTH-3.same-person-after-renewal': kept('After renewing she is still herself'),
  'AUTH-3.stated-life-is-true': kept('A session lives exactly as long as is said'),
  'AUTH-3.watching-goes-on': kept('Watching goes on across a renewal'),
  'AUTH-3.work-goes-on': kept('Work goes on across a renewal'),
  'AUTH-3.expired-opens-nothing': kept('An expired session opens nothing'),
  'AUTH-3.expired-opens-no-line': kept('An expired session opens no live line'),
  'AUTH-3.expiry-ends-the-line': kept('A live line ends with the session it lives by', {
    capability: 'expiry-enforced-live',
  }),
  'AUTH-3.access-does-not-renew': kept('What opens doors does not renew'),
  'AUTH-3.refresh-does-not-enter': kept('What renews opens no door'),
  'AUTH-3.spent-renewal-refused': kept('A means of renewal works once'),
  'AUTH-3.replay-ends-the-session': kept('A means of renewal that is used twice ends its session', {
    capability: 'refresh-family-revocation',
  }),
  'AUTH-3.replay-ends-no-other': kept('Other sessions of the same person go on'),

  'AUTH-4.sessions-are-distinct': kept('Three devices have three sessions', { core: true }),
  'AUTH-4.devices-share-conversations': kept('Every device shows the conversations of all'),
  'AUTH-4.same-person-on-every-device': kept('Every device knows the same person'),
  'AUTH-4.signed-out-opens-nothing': kept('After signing out, that device opens nothing'),
  'AUTH-4.signed-out-cannot-renew': kept('After signing out, that device cannot renew', {
    capability: 'logout-revokes-refresh',
  }),
  'AUTH-4.signed-out-line-ends': kept("Signing out ends that device's live line", {
    capability: 'logout-closes-live',
  }),
  'AUTH-4.others-go-on': kept('The other devices go on as before'),
  'AUTH-4.others-renew': kept('The other devices can renew'),

  'AUTH-5.own-pass-opens-every-door': kept("The owner's own pass opens every door", { core: true }),
  'AUTH-5.unsigned-refused': kept('A pass that nobody signed opens nothing'),
  'AUTH-5.foreign-algorithm-refused': kept('A pass signed in another way opens nothing'),
  'AUTH-5.altered-refused': kept('A pass that was altered after it was issued opens nothing'),
  'AUTH-5.stripped-signature-refused': kept('A pass without its signature opens nothing'),
  'AUTH-5.stranger-signed-refused': kept('A pass signed by a stranger opens nothing'),
  'AUTH-5.own-key-refused': kept('A pass that brings its own key opens nothing'),
  'AUTH-5.wrong-issuer-refused': kept('A pass issued elsewhere opens nothing'),
  'AUTH-5.wrong-audience-refused': kept('A pass meant for another service opens nothing'),
  'AUTH-5.endless-refused': kept('A pass without an end opens nothing'),
  'AUTH-5.expired-refused': kept('A pass whose time is over opens nothing'),
  'AUTH-5.not-yet-valid-refused': kept('A pass whose time has not come opens nothing'),
  'AUTH-5.wrong-kind-refused': kept('A pass of another kind opens nothing'),
  'AUTH-5.in-an-address-refused': kept('A pass in an address opens nothing'),
  'AUTH-5.closed-account-refused': kept('The pass of a closed account opens nothing', {
    capability: 'account-deletion',
  }),
  'AUTH-5.wrong-password-refused': kept('A wrong password opens nothing'),
  'AUTH-5.refusals-tell-nothing': kept('No refusal tells whether an address has an account'),
  'AUTH-5.refusals-take-alike': kept('A known address is refused no slower than an unknown one'),
  'AUTH-5.refusals-are-explained': kept('Every refusal says in a word what is wrong'),
  'AUTH-5.nothing-of-the-inside-shows': kept('No refusal shows how the platform is built'),
  'AUTH-5.guessing-is-slowed': kept('After ten wrong guesses, guessing at that account is slowed', {
    capability: 'login-throttle',
  }),
  'AUTH-5.nobody-else-is-slowed': kept('Guessing at one account slows nobody else'),
  'AUTH-5.own-password-opens': kept("After all this the owner's own password opens"),
  'AUTH-5.earlier-work-is-there': kept('The owner finds her work as she left it'),
} as const satisfies Record<string, CheckEntry>
