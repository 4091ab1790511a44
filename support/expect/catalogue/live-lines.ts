import { promise, type CheckEntry } from './entry.ts'

/** The checks of LIVE-4 and LIVE-5: whose line it is, and what it takes. */
export const LIVE_LINES = {
  'LIVE-4.each-is-told-her-own': promise("Each watcher is told her own story and nothing of the others'", {
    clauses: ['line.by-header', 'line.by-subprotocol', 'events.nobody-else'],
    source: ['ASVS 8.2.2'],
    core: true,
  }),
  'LIVE-4.welcomed-by-the-pass': promise('Each watcher is welcomed as who her pass says she is', {
    clauses: ['line.welcome.owner'],
    source: ['ASVS 10.3.3'],
    capability: 'live-identity',
    isolation: true,
  }),
  'LIVE-4.bad-pass-turned-away': promise('Who has no good pass is turned away before the first word', {
    clauses: ['line.refused'],
  }),
  'LIVE-4.foreign-page-turned-away': promise('A foreign page is turned away before the first word', {
    clauses: ['line.foreign-origin'],
    source: ['RFC 6455 §10.2', 'ASVS 4.4.2'],
    capability: 'origin-check',
  }),

  'LIVE-5.each-fault-has-its-error': promise('Each faulty message is answered with an error of its own', {
    clauses: [
      'line.error',
      'line.broken-json',
      'line.unknown-type',
      'line.missing-field',
      'line.foreign-or-unknown',
    ],
    core: true,
  }),
  'LIVE-5.line-stays-open': promise('A faulty message does not end the line', {
    clauses: ['line.stays-open'],
  }),
  'LIVE-5.nothing-comes-of-faults': promise('Nothing is kept or begun for a faulty message', {
    clauses: ['line.missing-field', 'line.foreign-or-unknown'],
    source: ['scenario LIVE-5'],
  }),
  'LIVE-5.anothers-work-goes-on': promise('Work that goes on is stopped by its owner alone', {
    clauses: ['line.stop-run', 'runs.cancel', 'line.foreign-or-unknown'],
    source: ['ASVS 8.2.2'],
    isolation: true,
  }),
  'LIVE-5.next-message-answered': promise('The next good message is answered', {
    clauses: ['line.stays-open'],
    source: ['scenario LIVE-5'],
  }),
  'LIVE-5.taken-up-to-the-longest': promise(
    'A question is taken up to its longest, and a longer one leaves nothing behind',
    { clauses: ['limits.message-length'] },
  ),
  'LIVE-5.ten-lines-and-no-more': promise('A person has as many lines as is promised, and no more', {
    clauses: ['line.how-many', 'events.once-in-order'],
    capability: 'per-user-limits',
  }),
  'LIVE-5.too-long-ends-the-line': promise('A message that is far too long ends that line, and says so', {
    clauses: ['line.frame-size'],
    source: ['RFC 6455 §7.4.1'],
  }),
  'LIVE-5.flood-is-slowed': promise('A flood is slowed, with a word on how long to wait', {
    clauses: ['line.rate-limited', 'limits.runs-at-once', 'limits.retry-after'],
    source: ['ASVS 2.4.1'],
    capability: 'per-user-limits',
  }),
  'LIVE-5.others-notice-nothing': promise('Nobody else notices any of it', {
    clauses: ['limits.own'],
    source: ['scenario LIVE-5'],
  }),
  'LIVE-5.expiry-ends-the-line': promise('A line ends when its pass has run out', {
    clauses: ['line.session-end'],
    source: ['RFC 6455 §7.4.1', 'ASVS 7.4.1'],
    capability: 'expiry-enforced-live',
  }),
  'LIVE-5.sign-out-ends-the-line': promise('A line ends when its owner signs out', {
    clauses: ['line.session-end'],
    source: ['RFC 6455 §7.4.1', 'ASVS 7.4.1'],
    capability: 'logout-closes-live',
  }),
} as const satisfies Record<string, CheckEntry>
