import { promise, type CheckEntry } from './entry.ts'

const WITH_RESUME = { capability: 'resume' } as const

/** The checks of `live-events.feature`. */
export const LIVE_EVENTS = {
  'LIVE-1.welcomed-as-herself': promise('The first word on a line is a welcome to its owner', {
    source: ['contract §4 connection_established, first of all'],
    core: true,
  }),
  'LIVE-1.first-word-in-time': promise('The first word of the work comes in time', {
    source: ['contract §4 The first event comes within 2 s of message_accepted', 'scenario LIVE-1'],
  }),
  'LIVE-1.whole-story-in-order': promise('The story of the work is told whole and in order', {
    source: [
      'contract §4 Within a run the supervisor starts first',
      'contract §4 Exactly one terminal event',
    ],
  }),
  'LIVE-1.numbered-without-gap': promise('What is told is numbered without a gap', {
    source: ['contract §4 1, 2, 3 … within a thread, without gaps'],
  }),
  'LIVE-1.told-as-it-happens': promise('The story is told as it happens, not all at its end', {
    source: ['scenario LIVE-1'],
  }),
  'LIVE-1.nothing-told-twice': promise('Nothing is told twice', {
    source: ['contract §4 Each line of a person gets each event once, in order'],
  }),
  'LIVE-1.browser-is-told-the-same': promise('A page in the browser is told the same story', {
    source: [
      'contract §4 of which the server selects jwt-auth',
      'contract §4 Each line of a person gets each event once',
    ],
  }),
  'LIVE-1.record-is-what-was-told': promise('What is on record is what was told', {
    source: ['contract §3 GET /api/runs/{id}/events'],
    capability: 'run-events-history',
  }),

  'LIVE-2.missed-is-told-again': promise('Who comes back is told everything that was missed', {
    ...WITH_RESUME,
    source: ['contract §4 After resume come all events of that thread past after, in order, once'],
    core: true,
  }),
  'LIVE-2.told-once-in-order': promise('After coming back, everything is known once and in order', {
    ...WITH_RESUME,
    source: [
      'contract §4 After resume come all events of that thread past after, in order, once',
      'contract §4 live events without gap or repeat',
    ],
  }),
  'LIVE-2.other-device-hears-all': promise('Another device of the same person hears the whole story', {
    source: ['contract §4 Each line of a person gets each event once, in order'],
  }),
  'LIVE-2.late-device-catches-up': promise('A device that comes late catches up', {
    ...WITH_RESUME,
    source: ['contract §4 the last sequence seen, 0 for all', 'scenario LIVE-2'],
  }),
  'LIVE-2.work-never-noticed': promise('The work goes on to its answer, whatever becomes of the line', {
    source: ['scenario LIVE-2'],
  }),
  'LIVE-2.answer-is-whole': promise('The conversation holds the whole answer, also without asking again', {
    source: ['scenario LIVE-2', 'contract §3 GET /api/threads/{id}/messages'],
  }),

  'LIVE-3.each-tells-its-own': promise('Two works at once each tell their own progress', {
    source: ['scenario LIVE-3', 'contract §4 progress_update'],
    capability: 'progress-updates',
  }),
  'LIVE-3.told-when-it-happens': promise('What is told has happened just then', {
    source: ['scenario LIVE-3', 'contract §4 timestamp (ISO 8601, UTC)'],
  }),
  'LIVE-3.never-silent-for-long': promise('A watcher of long work is never left without a word for long', {
    source: ['contract §4 never more than 10 s of silence'],
    core: true,
  }),
  'LIVE-3.idle-line-gives-signs-of-life': promise(
    'A line on which nothing happens goes on giving signs of life',
    {
      source: ['contract §4 heartbeat, when idle that long'],
    },
  ),

  'LIVE-4.each-is-told-her-own': promise("Each watcher is told her own story and nothing of the others'", {
    source: ['contract §4 nobody else gets any', 'ASVS 8.2.2'],
    core: true,
  }),
  'LIVE-4.welcomed-by-the-pass': promise('Each watcher is welcomed as who her pass says she is', {
    source: ["contract §4 user_id is the token's sub", 'ASVS 10.3.3'],
    capability: 'live-identity',
  }),
  'LIVE-4.bad-pass-turned-away': promise('Who has no good pass is turned away before the first word', {
    source: ['contract §4 401 at the upgrade, before any frame'],
  }),
  'LIVE-4.foreign-page-turned-away': promise('A foreign page is turned away before the first word', {
    source: [
      "contract §4 A browser's Origin that is not the frontend's: 403",
      'RFC 6455 §10.2',
      'ASVS 4.4.2',
    ],
    capability: 'origin-check',
  }),

  'LIVE-5.each-fault-has-its-error': promise('Each faulty message is answered with an error of its own', {
    source: [
      'contract §4 FORMAT_ERROR for broken JSON or no object',
      'contract §4 UNKNOWN_TYPE, INVALID_MESSAGE for a missing field',
      'contract §4 THREAD_NOT_FOUND for a foreign or unknown thread or run',
    ],
    core: true,
  }),
  'LIVE-5.line-stays-open': promise('A faulty message does not end the line', {
    source: ['contract §4 the line stays open'],
  }),
  'LIVE-5.next-message-answered': promise('The next good message is answered', {
    source: ['contract §4 the line stays open', 'scenario LIVE-5'],
  }),
  'LIVE-5.too-long-ends-the-line': promise('A message that is far too long ends that line, and says so', {
    source: ['contract §4 A frame over 64 KB closes it with 1009', 'RFC 6455 §7.4.1'],
  }),
  'LIVE-5.flood-is-slowed': promise('A flood is slowed, with a word on how long to wait', {
    source: ['contract §4 RATE_LIMITED with payload.retry_after_seconds', 'ASVS 2.4.1'],
    capability: 'per-user-limits',
  }),
  'LIVE-5.others-notice-nothing': promise('Nobody else notices any of it', {
    source: ["contract §3 nobody's flood slows or refuses anybody else", 'scenario LIVE-5'],
  }),
  'LIVE-5.expiry-ends-the-line': promise('A line ends when its pass has run out', {
    source: [
      'contract §4 The end of the session, by time or by signing out, closes it with 1008 within 2 s',
      'RFC 6455 §7.4.1',
      'ASVS 7.4.1',
    ],
    capability: 'expiry-enforced-live',
  }),
  'LIVE-5.sign-out-ends-the-line': promise('A line ends when its owner signs out', {
    source: [
      'contract §4 The end of the session, by time or by signing out, closes it with 1008 within 2 s',
      'RFC 6455 §7.4.1',
      'ASVS 7.4.1',
    ],
    capability: 'logout-closes-live',
  }),
} as const satisfies Record<string, CheckEntry>
