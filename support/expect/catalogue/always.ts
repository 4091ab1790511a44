import { promise, type CheckEntry } from './entry.ts'

/** The checks that the monitors make in every scenario. */
export const ALWAYS = {
  'ALWAYS.every-step-can-be-taken': promise('The platform does what every step needs of it', {
    clauses: ['offers.named', 'offers.kept'],
    source: ['every scenario'],
  }),
  'ALWAYS.nothing-foreign-shows': promise('Nothing of another person shows anywhere', {
    clauses: ['backend.foreign-as-unknown'],
    source: ['every scenario', 'ASVS 8.2.2'],
    isolation: true,
  }),
  'ALWAYS.no-secret-shows': promise('No secret shows anywhere but where it is issued', {
    source: ['every scenario', 'ASVS 16.5.1'],
  }),
  'ALWAYS.no-inside-shows': promise('Nothing that anybody is told shows how the platform is built', {
    clauses: ['auth.nothing-inside-shows', 'backend.nothing-inside-shows'],
    source: ['ASVS 16.5.1'],
  }),
  'ALWAYS.runs-keep-the-order': promise('Every run tells its story in order, once, to the end', {
    clauses: [
      'events.numbered',
      'events.progress',
      'events.supervisor-first',
      'events.tools-paired',
      'events.agents-end',
      'events.terminal',
      'events.once-in-order',
    ],
  }),
  'ALWAYS.events-say-what-happened': promise('Every word of an agent says something that can be', {
    source: ['contract §4 counted 1, 2, 3 …', 'contract §4 never empty', 'contract §4 how long it took'],
  }),
  'ALWAYS.tools-compute-by-the-list': promise('Every tool computes rightly, by the listed prices', {
    capability: 'tool-events',
    source: ['contract §5 What they compute', 'contract §5 the price catalogue'],
  }),
  'ALWAYS.records-fit-the-story': promise('The record of every work fits what was told of it', {
    source: ['contract §3 GET /api/runs/{id}', 'contract §3 as it was told'],
  }),
  'ALWAYS.what-is-hers-is-told-as-it-is': promise('What a person has made and done is told as it is', {
    source: [
      'contract §2 user {id, email, name}',
      'contract §3 own ones only, total too, newest first',
      'contract §3 Titles, contents, names and metadata are told as they were given, to the letter',
      'contract §3 a moment lies within the call or the work that it tells of',
    ],
  }),
  'ALWAYS.answers-keep-the-contract': promise('Every answer is what the contract promises', {
    clauses: [
      'auth.json',
      'auth.error-body',
      'auth.register',
      'auth.login',
      'auth.refresh',
      'auth.logout',
      'auth.validate.good',
      'auth.validate.bad',
      'auth.me',
      'auth.delete',
      'auth.simulation',
      'backend.error-body',
      'backend.request-id',
      'backend.published-routes',
      'backend.profile',
      'threads.create',
      'threads.list',
      'threads.read',
      'messages.list',
      'messages.send',
      'runs.read',
      'runs.events',
      'line.frames',
      'line.timestamps',
      'line.welcome',
      'line.heartbeat',
      'line.accepted',
      'line.pong',
      'line.replay-complete',
      'line.reauthenticated',
      'line.error',
      'events.numbered',
      'events.owner',
      'events.agent-started',
      'events.agent-thinking',
      'events.tool-executing',
      'events.tool-completed',
      'events.progress',
      'events.agent-completed',
      'events.agent-error',
    ],
    ofTheRun: true,
  }),
  'ALWAYS.no-unclaimed-fault': promise('Nothing went wrong that nobody asked for', {
    source: ['every scenario'],
  }),
  'ALWAYS.nothing-left-open': promise('Nothing is left open or running', { source: ['every scenario'] }),
  'ALWAYS.bystander-unchanged': promise('Nothing changes for a person who was not concerned', {
    source: ['every scenario'],
  }),
} as const satisfies Record<string, CheckEntry>
