import { promise, type CheckEntry } from './entry.ts'

/** The checks of ISO-5: many at once, and how much anybody may ask for. */
export const MANY_AT_ONCE = {
  'ISO-5.crowd-succeeds': promise('Many at once come through, from the door to the answer', {
    source: ['scenario ISO-5'],
    core: true,
  }),
  'ISO-5.phases-in-budget': promise('Nobody in a crowd waits longer than promised', {
    source: ['scenario ISO-5'],
  }),
  'ISO-5.noisy-one-is-slowed': promise('Who asks for far too much is slowed', {
    clauses: ['limits.messages-a-minute', 'limits.retry-after'],
    source: ['ASVS 2.4.1'],
    capability: 'per-user-limits',
  }),
  'ISO-5.so-many-a-minute': promise('As many messages a minute as are promised are taken, and no more', {
    clauses: ['limits.messages-a-minute', 'limits.counted-together', 'limits.own'],
    capability: 'per-user-limits',
  }),
  'ISO-5.wait-is-what-is-left': promise('Who has sent too many is told truly how long to wait', {
    clauses: ['limits.retry-after', 'limits.wait-is-true'],
    capability: 'per-user-limits',
  }),
  'ISO-5.nobody-else-is-slowed': promise('Nobody else is slowed by that', {
    clauses: ['limits.own'],
    capability: 'per-user-limits',
  }),
  'ISO-5.nobody-sees-anothers': promise('In a crowd, nobody is shown anything of another', {
    isolation: true,
    core: true,
    source: ['scenario ISO-5', 'ASVS 8.2.2'],
  }),
  'ISO-5.health-is-told-in-time': promise('Every part of the platform says in time how it is', {
    clauses: ['health.in-time'],
  }),
  'ISO-5.health-is-told-as-it-is': promise('What every part of the platform says of itself is so', {
    clauses: ['health.auth', 'health.backend', 'health.frontend'],
  }),
  'ISO-5.offers-are-named': promise('The platform names what it offers', {
    clauses: ['health.backend.capabilities'],
  }),
} as const satisfies Record<string, CheckEntry>
