import { promise, type CheckEntry } from './entry.ts'
import { MANY_AT_ONCE } from './many-at-once.ts'

const LEAK = { isolation: true } as const
const CORE_LEAK = { isolation: true, core: true } as const

/** The checks of `user-isolation.feature`. */
export const USER_ISOLATION = {
  ...MANY_AT_ONCE,
  'ISO-1.everybody-is-somebody-else': promise(
    'Who signs in at the same moment as others shares nothing with them',
    { ...CORE_LEAK, source: ['scenario ISO-1'] },
  ),
  'ISO-1.each-reads-herself': promise('Who reads at the same moment as others is told of herself', {
    ...CORE_LEAK,
    clauses: ['backend.profile'],
    source: ['scenario ISO-1'],
  }),
  'ISO-1.pass-opens-no-other': promise("Nobody's pass opens what is another's", {
    ...LEAK,
    clauses: ['backend.foreign-as-unknown', 'backend.owner-by-token', 'backend.bad-input'],
    source: ['ASVS 8.2.2'],
  }),
  'ISO-1.renewed-as-herself': promise('People who renew at the same moment stay themselves', {
    clauses: ['auth.refresh'],
    source: ['scenario ISO-1'],
  }),

  'ISO-2.each-hears-all-of-her-own': promise("Each is told all of her own work, and nothing of another's", {
    ...CORE_LEAK,
    clauses: ['events.nobody-else'],
    source: ['ASVS 8.2.2'],
  }),
  'ISO-2.answered-from-own-figures': promise('Each is answered from her own figures', {
    ...CORE_LEAK,
    clauses: ['agents.own-workload'],
    source: ['scenario ISO-2'],
  }),
  'ISO-2.nothing-remembered-of-others': promise('What one has told the agents is known to no other', {
    ...LEAK,
    clauses: ['agents.memory'],
    source: ['scenario ISO-2'],
  }),

  'ISO-3.every-line-tells-its-owners': promise(
    "Every line tells all of its owner's work, once, and nothing else",
    {
      ...CORE_LEAK,
      clauses: ['events.once-in-order', 'events.nobody-else'],
      source: ['ASVS 8.2.2'],
    },
  ),
  'ISO-3.every-line-answers': promise('Every line still answers when all is over', {
    clauses: ['line.pong', 'line.ping'],
    source: ['scenario ISO-3'],
  }),
  'ISO-3.devices-agree': promise('The devices of one person are told the same', {
    clauses: ['events.once-in-order'],
  }),
  'ISO-3.foreign-resume-gives-nothing': promise("Nobody is told another's conversation again", {
    ...LEAK,
    clauses: ['line.foreign-or-unknown'],
    source: ['ASVS 8.2.2'],
    capability: 'resume',
  }),

  'ISO-4.foreign-answered-as-unknown': promise("What is another's is answered just as what does not exist", {
    ...CORE_LEAK,
    clauses: ['backend.foreign-as-unknown', 'backend.owner-by-token', 'backend.bad-input'],
    source: ['RFC 9110 §15.5.4', 'ASVS 8.2.2'],
  }),
  'ISO-4.foreign-takes-as-long': promise("What is another's is answered no sooner or later either", {
    clauses: ['backend.foreign-takes-as-long'],
    source: ['ASVS 8.2.2'],
  }),
  'ISO-4.nothing-has-changed': promise('What others try changes nothing of anybody', {
    ...CORE_LEAK,
    source: ['scenario ISO-4', 'ASVS 8.2.2'],
  }),
  'ISO-4.lists-betray-nothing': promise('No list, search, total or page betrays anything of another', {
    ...LEAK,
    clauses: ['threads.list.own-only', 'threads.list.search-literal'],
    source: ['ASVS 8.2.2'],
  }),
  'ISO-4.renamed-everywhere': promise('What its owner renames has its new name everywhere', {
    clauses: ['threads.rename', 'threads.read', 'threads.list'],
  }),
  'ISO-4.pages-are-whole': promise('Page by page, its owner is shown all that she has, once', {
    clauses: [
      'threads.list.newest-first',
      'threads.list.own-only',
      'threads.list.page-size',
      'messages.list.in-order',
      'runs.events',
      'backend.bad-input',
    ],
  }),
  'ISO-4.deleted-is-gone': promise('What its owner deletes is gone everywhere, and nothing else with it', {
    clauses: ['threads.delete'],
  }),
  'ISO-4.deleted-work-stops': promise('Nothing more comes of work in what was deleted', {
    clauses: ['threads.delete.runs-stop'],
  }),
  'ISO-4.at-once-is-in-order': promise('What is done at the same moment leaves nothing half done', {
    clauses: ['threads.delete'],
    source: ['scenario ISO-4'],
  }),
  'ISO-4.owner-fields-ignored': promise("Nobody acts in another's name by saying so", {
    ...LEAK,
    clauses: ['threads.create.owner-ignored', 'backend.owner-by-token', 'line.welcome.owner'],
    source: ['ASVS 15.3.3'],
  }),
  'ISO-4.same-name-stays-apart': promise('A name that two people give their messages does not join them', {
    ...LEAK,
    clauses: ['messages.send.once'],
    source: ['ASVS 8.2.2'],
    capability: 'client-message-idempotency',
  }),
  'ISO-4.line-keeps-its-owner': promise("No line is taken over with another's pass", {
    ...LEAK,
    clauses: ['line.reauthenticate', 'line.reauthenticate.refused'],
  }),
  'ISO-4.gone-for-good': promise('Of somebody who is gone, neither pass nor address opens anything', {
    ...LEAK,
    clauses: ['auth.delete.gone', 'auth.delete.lines-close'],
    source: ['ASVS 7.4.2'],
    capability: 'account-deletion',
  }),
  'ISO-4.nothing-comes-back': promise('Who comes back after closing her account finds nothing of before', {
    ...LEAK,
    clauses: ['auth.delete.gone', 'token.deleted-account', 'auth.register'],
    source: ['ASVS 7.4.2'],
    capability: 'account-deletion',
  }),
  'ISO-4.no-address-left-out': promise('Every address that the platform publishes was tried', {
    clauses: ['backend.published-routes', 'backend.published-messages'],
    isolation: true,
    capability: 'published-routes',
  }),
} as const satisfies Record<string, CheckEntry>
