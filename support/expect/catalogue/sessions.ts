import { promise, type CheckEntry } from './entry.ts'

/** The checks of `authentication.feature` that are about staying in and leaving: AUTH-3 and AUTH-4. */
export const SESSIONS = {
  'AUTH-3.renewal-gives-new-passes': promise('Renewing gives a new pass and a new means of renewal', {
    clauses: ['auth.refresh.both-new', 'auth.refresh.old-one-spent'],
    source: ['RFC 6749 §6'],
    core: true,
  }),
  'AUTH-3.same-person-after-renewal': promise('After renewing she is still herself', {
    clauses: ['auth.refresh'],
    source: ['scenario AUTH-3'],
  }),
  'AUTH-3.stated-life-is-true': promise('A session lives exactly as long as is said', {
    clauses: ['token.expires-in'],
    source: ['RFC 6749 §5.1'],
  }),
  'AUTH-3.life-is-limited': promise('A session lives no longer than is promised', {
    clauses: ['token.access-lifetime', 'token.refresh-lifetime'],
    source: ['ASVS 7.3.2', 'ASVS 9.2.1'],
  }),
  'AUTH-3.what-is-said-of-a-pass-is-true': promise('Whoever is asked about a pass says what the pass says', {
    clauses: ['auth.validate.good', 'auth.me'],
  }),
  'AUTH-3.nothing-to-look-at-refused': promise('A question about no pass is refused with a reason', {
    clauses: ['auth.validate.no-field'],
    source: ['ASVS 2.2.1'],
  }),
  'AUTH-3.watching-goes-on': promise('Watching goes on across a renewal', {
    clauses: ['line.reauthenticated', 'line.reauthenticate'],
    source: ['scenario AUTH-3'],
  }),
  'AUTH-3.work-goes-on': promise('Work goes on across a renewal', { source: ['scenario AUTH-3'] }),
  'AUTH-3.expired-opens-nothing': promise('An expired session opens nothing', {
    clauses: ['token.expired'],
    source: ['RFC 7519 §4.1.4', 'ASVS 9.2.1'],
  }),
  'AUTH-3.expired-opens-no-line': promise('An expired session opens no live line', {
    clauses: ['line.refused'],
    source: ['RFC 7519 §4.1.4', 'ASVS 9.2.1'],
  }),
  'AUTH-3.expiry-ends-the-line': promise('A live line ends with the session it lives by', {
    clauses: ['line.session-end'],
    source: ['RFC 6455 §7.4.1', 'ASVS 7.4.1'],
    capability: 'expiry-enforced-live',
  }),
  'AUTH-3.access-does-not-renew': promise('What opens doors does not renew', {
    clauses: ['auth.refresh.other-kind'],
    source: ['RFC 8725 §3.12', 'ASVS 9.2.2'],
  }),
  'AUTH-3.refresh-does-not-enter': promise('What renews opens no door', {
    clauses: ['token.other-kind'],
    source: ['RFC 8725 §3.12', 'ASVS 9.2.2'],
  }),
  'AUTH-3.spent-renewal-refused': promise('A means of renewal works once', {
    clauses: ['auth.refresh.old-one-spent', 'auth.refresh.refused'],
    source: ['RFC 9700 §4.14.2', 'ASVS 10.4.5'],
  }),
  'AUTH-3.spent-long-ago-refused': promise('A means of renewal that was spent long ago works no more', {
    clauses: ['auth.refresh.refused', 'auth.refresh.family'],
    source: ['RFC 9700 §4.14.2', 'ASVS 10.4.5'],
  }),
  'AUTH-3.replay-ends-the-session': promise('A means of renewal that is used twice ends its session', {
    clauses: ['auth.refresh.family'],
    source: ['RFC 9700 §4.14.2', 'ASVS 10.4.5'],
    capability: 'refresh-family-revocation',
  }),
  'AUTH-3.replay-ends-its-lines': promise(
    'A means of renewal that is used twice ends every line of its session',
    {
      clauses: ['auth.refresh.family-reach'],
      source: ['RFC 9700 §4.14.2', 'ASVS 7.4.1'],
      capability: 'refresh-family-revocation',
    },
  ),
  'AUTH-3.used-at-once-renews-once': promise('A means of renewal that is used twice at once renews once', {
    clauses: ['auth.refresh.old-one-spent'],
    source: ['RFC 9700 §4.14.2'],
  }),
  'AUTH-3.used-at-once-ends-the-session': promise(
    'A means of renewal that is used twice at once ends its session',
    {
      clauses: ['auth.refresh.family'],
      source: ['RFC 9700 §4.14.2'],
      capability: 'refresh-family-revocation',
    },
  ),
  'AUTH-3.forged-renewals-refused': promise('No false means of renewal renews', {
    clauses: ['auth.refresh.refused', 'auth.refresh.other-kind', 'token.refused-everywhere'],
    source: ['ASVS 9.1.1'],
  }),
  'AUTH-3.replay-ends-no-other': promise('Other sessions of the same person go on', {
    clauses: ['auth.refresh.family'],
    source: ['scenario AUTH-3'],
  }),

  'AUTH-4.sessions-are-distinct': promise('Every device has a session of its own', {
    source: ['scenario AUTH-4', 'ASVS 7.2.4'],
    core: true,
  }),
  'AUTH-4.devices-share-conversations': promise('Every device shows the conversations of all', {
    clauses: ['threads.list'],
    source: ['scenario AUTH-4'],
  }),
  'AUTH-4.same-person-on-every-device': promise('Every device knows the same person', {
    clauses: ['auth.me'],
    source: ['scenario AUTH-4'],
    isolation: true,
  }),
  'AUTH-4.signed-out-opens-nothing': promise(
    'After signing out, nothing that device ever had opens anything',
    {
      clauses: ['auth.me.refused', 'auth.logout.both-dead', 'token.signed-out'],
      source: ['ASVS 7.4.1'],
    },
  ),
  'AUTH-4.signed-out-cannot-renew': promise('After signing out, that device cannot renew', {
    clauses: ['auth.logout.both-dead'],
    source: ['ASVS 7.4.1'],
    capability: 'logout-revokes-refresh',
  }),
  'AUTH-4.signed-out-line-ends': promise('Signing out ends every live line of that device', {
    clauses: ['auth.logout.lines-close', 'auth.delete.lines-close'],
    source: ['RFC 6455 §7.4.1', 'ASVS 7.4.1'],
    capability: 'logout-closes-live',
  }),
  'AUTH-4.others-go-on': promise('The other devices go on as before', {
    clauses: ['auth.logout'],
    source: ['scenario AUTH-4'],
  }),
  'AUTH-4.others-renew': promise('The other devices can renew', {
    clauses: ['auth.logout'],
    source: ['scenario AUTH-4'],
  }),
} as const satisfies Record<string, CheckEntry>
