import { promise, type CheckEntry } from './entry.ts'

/** The checks of `authentication.feature` that are about newcomers: AUTH-1. */
export const REGISTRATION = {
  'AUTH-1.registration-opens-a-session': promise("Registering opens a session of one's own", {
    clauses: ['auth.register'],
    core: true,
  }),
  'AUTH-1.one-identity-everywhere': promise('The newcomer is the same person wherever she is asked', {
    clauses: ['auth.me', 'backend.profile', 'line.welcome.owner'],
    isolation: true,
  }),
  'AUTH-1.first-question-answered': promise("The newcomer's first question is answered", {
    clauses: ['agents.own-workload'],
    source: ['scenario AUTH-1'],
  }),
  'AUTH-1.conversation-holds-both': promise('The first question and its answer are kept, once each', {
    clauses: ['messages.list'],
    source: ['scenario AUTH-1'],
  }),
  'AUTH-1.address-taken-in-any-spelling': promise(
    'An address belongs to one account, however it is spelled',
    {
      clauses: ['auth.register.taken-address'],
    },
  ),
  'AUTH-1.first-account-untouched': promise(
    "Trying to take an address leaves its owner's account as it was",
    {
      source: ['scenario AUTH-1'],
    },
  ),
  'AUTH-1.one-of-many-gets-in': promise('An address that many register at once becomes one account', {
    clauses: ['auth.at-once.registrations'],
  }),
  'AUTH-1.password-counts-whole': promise('A password opens as a whole and in no other way', {
    clauses: ['auth.password.whole'],
    source: ['ASVS 6.2.8'],
  }),
  'AUTH-1.names-are-kept': promise('Newcomers are called what they call themselves', {
    clauses: ['auth.name.as-given', 'auth.name.left-out', 'backend.profile'],
  }),
  'AUTH-1.account-is-told-as-it-is': promise("A newcomer's account is told as it is", {
    clauses: ['auth.me', 'auth.address.any-case', 'auth.provider-named'],
  }),
  'AUTH-1.asked-for-rights-not-given': promise('No newcomer is given a right for the asking', {
    clauses: ['auth.register.no-rights'],
    source: ['ASVS 15.3.3'],
  }),
  'AUTH-1.malformed-address-refused': promise('An address that is none is refused with a reason', {
    clauses: ['auth.register.bad-field'],
    source: ['ASVS 2.2.1'],
  }),
  'AUTH-1.weak-password-refused': promise('A weak password is refused with a reason', {
    clauses: ['auth.register.short-password', 'auth.register.address-as-password'],
    source: ['ASVS 6.2.1'],
  }),
  'AUTH-1.missing-field-refused': promise(
    'A registration that lacks something, or holds what is no text, is refused with a reason',
    {
      clauses: ['auth.register.bad-field'],
      source: ['ASVS 2.2.1'],
    },
  ),
  'AUTH-1.refusal-creates-nothing': promise('A refused registration leaves nothing behind', {
    source: ['scenario AUTH-1'],
  }),
} as const satisfies Record<string, CheckEntry>
