import { promise, type CheckEntry } from './entry.ts'

const WITH_RESUME = { capability: 'resume' } as const

/** The checks of LIVE-1 to LIVE-3: the story of the work. */
export const LIVE_STORIES = {
  'LIVE-1.welcomed-as-herself': promise('The first word on a line is a welcome to its owner', {
    clauses: ['line.welcome', 'line.welcome.owner', 'line.user-message'],
    core: true,
  }),
  'LIVE-1.first-word-in-time': promise('The first word of the work comes in time', {
    clauses: ['events.first-in-time'],
    source: ['scenario LIVE-1'],
  }),
  'LIVE-1.whole-story-in-order': promise('The story of the work is told whole and in order', {
    clauses: ['events.supervisor-first', 'events.tools-paired', 'events.agents-end', 'events.terminal'],
  }),
  'LIVE-1.numbered-without-gap': promise('What is told is numbered without a gap', {
    clauses: ['events.numbered'],
  }),
  'LIVE-1.told-as-it-happens': promise('The story is told as it happens, not all at its end', {
    source: ['scenario LIVE-1'],
  }),
  'LIVE-1.nothing-told-twice': promise('Nothing is told twice', {
    clauses: ['events.once-in-order'],
  }),
  'LIVE-1.browser-is-told-the-same': promise('A page in the browser is told the same story', {
    clauses: ['line.by-subprotocol', 'events.once-in-order'],
  }),
  'LIVE-1.record-is-what-was-told': promise('What is on record is what was told', {
    clauses: ['runs.events'],
    capability: 'run-events-history',
  }),

  'LIVE-2.missed-is-told-again': promise('Who comes back is told everything that was missed', {
    ...WITH_RESUME,
    clauses: ['line.resume', 'events.resumed', 'events.resume-completes'],
    core: true,
  }),
  'LIVE-2.told-once-in-order': promise('After coming back, everything is known once and in order', {
    ...WITH_RESUME,
    clauses: ['events.resumed', 'events.live-after-resume'],
  }),
  'LIVE-2.other-device-hears-all': promise('Another device of the same person hears the whole story', {
    clauses: ['events.once-in-order'],
  }),
  'LIVE-2.late-device-catches-up': promise('A device that comes late catches up', {
    ...WITH_RESUME,
    clauses: ['line.resume', 'line.by-subprotocol'],
    source: ['scenario LIVE-2'],
  }),
  'LIVE-2.work-never-noticed': promise('The work goes on to its answer, whatever becomes of the line', {
    source: ['scenario LIVE-2'],
  }),
  'LIVE-2.answer-is-whole': promise('The conversation holds the whole answer, also without asking again', {
    clauses: ['messages.list'],
    source: ['scenario LIVE-2'],
  }),
  'LIVE-2.nothing-lost-at-restart': promise('Nothing is lost when the platform begins anew', {
    clauses: ['events.durable', 'events.cut-off-runs'],
    capability: 'run-events-history',
  }),

  'LIVE-3.each-tells-its-own': promise('Two works at once each tell their own progress', {
    clauses: ['events.progress'],
    source: ['scenario LIVE-3'],
    capability: 'progress-updates',
  }),
  'LIVE-3.each-answered-as-asked': promise('Works at once are each answered as they were asked', {
    clauses: ['agents.own-workload'],
    source: ['scenario LIVE-3'],
  }),
  'LIVE-3.told-when-it-happens': promise('What is told has happened just then', {
    clauses: ['line.timestamps'],
    source: ['scenario LIVE-3'],
  }),
  'LIVE-3.never-silent-for-long': promise('A watcher of long work is never left without a word for long', {
    clauses: ['events.no-silence', 'events.first-in-time'],
    core: true,
  }),
  'LIVE-3.idle-line-gives-signs-of-life': promise(
    'A line on which nothing happens goes on giving signs of life',
    { clauses: ['line.heartbeat'] },
  ),
} as const satisfies Record<string, CheckEntry>
