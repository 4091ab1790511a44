import { promise, type CheckEntry } from './entry.ts'

const LEAK = { isolation: true } as const
const CORE_LEAK = { isolation: true, core: true } as const

/** The checks of `user-isolation.feature`. */
export const USER_ISOLATION = {
  'ISO-1.everybody-is-somebody-else': promise(
    'Who signs in at the same moment as others shares nothing with them',
    { ...CORE_LEAK, source: ['scenario ISO-1'] },
  ),
  'ISO-1.each-reads-herself': promise('Who reads at the same moment as others is told of herself', {
    ...CORE_LEAK,
    source: ["contract §3 of the token's own person", 'scenario ISO-1'],
  }),
  'ISO-1.pass-opens-no-other': promise("Nobody's pass opens what is another's", {
    ...LEAK,
    source: ["contract §3 What is another's and what does not exist are answered alike", 'ASVS 8.2.2'],
  }),

  'ISO-2.each-hears-all-of-her-own': promise("Each is told all of her own work, and nothing of another's", {
    ...CORE_LEAK,
    source: ['contract §4 nobody else gets any', 'ASVS 8.2.2'],
  }),
  'ISO-2.answered-from-own-figures': promise('Each is answered from her own figures', {
    ...CORE_LEAK,
    source: ["contract §5 names the asker's own workload", 'scenario ISO-2'],
  }),
  'ISO-2.nothing-remembered-of-others': promise('What one has told the agents is known to no other', {
    ...LEAK,
    source: ['contract §5 Memory is per thread', 'scenario ISO-2'],
  }),

  'ISO-3.every-line-tells-its-owners': promise(
    "Every line tells all of its owner's work, once, and nothing else",
    {
      ...CORE_LEAK,
      source: [
        'contract §4 Each line of a person gets each event once, in order',
        'contract §4 nobody else gets any',
        'ASVS 8.2.2',
      ],
    },
  ),
  'ISO-3.every-line-answers': promise('Every line still answers when all is over', {
    source: ['scenario ISO-3'],
  }),
  'ISO-3.devices-agree': promise('The devices of one person are told the same', {
    source: ['contract §4 Each line of a person gets each event once, in order'],
  }),
  'ISO-3.foreign-resume-gives-nothing': promise("Nobody is told another's conversation again", {
    ...LEAK,
    source: ['contract §4 THREAD_NOT_FOUND for a foreign or unknown thread or run', 'ASVS 8.2.2'],
    capability: 'resume',
  }),

  'ISO-4.foreign-answered-as-unknown': promise("What is another's is answered just as what does not exist", {
    ...CORE_LEAK,
    source: [
      "contract §3 What is another's and what does not exist are answered alike",
      'contract §3 No query, body or header that is sent along makes anybody the owner',
      'RFC 9110 §15.5.4',
      'ASVS 8.2.2',
    ],
  }),
  'ISO-4.nothing-has-changed': promise('What others try changes nothing of anybody', {
    ...CORE_LEAK,
    source: ['scenario ISO-4', 'ASVS 8.2.2'],
  }),
  'ISO-4.lists-betray-nothing': promise('No list, search, total or page betrays anything of another', {
    ...LEAK,
    source: [
      'contract §3 own ones only, total too',
      'contract §3 looks into titles and messages for what it says, as it stands but for letter case',
      'ASVS 8.2.2',
    ],
  }),
  'ISO-4.renamed-everywhere': promise('What its owner renames has its new name everywhere', {
    source: ['contract §3 200 the thread', 'contract §3 GET /api/threads'],
  }),
  'ISO-4.pages-are-whole': promise('Page by page, its owner is shown all that she has, once', {
    source: ['contract §3 own ones only, total too, newest first', 'contract §3 what was recorded, in order'],
  }),
  'ISO-4.deleted-is-gone': promise('What its owner deletes is gone everywhere, and nothing else with it', {
    source: ['contract §3 200, afterwards 404; its runs stop'],
  }),
  'ISO-4.deleted-work-stops': promise('Nothing more comes of work in what was deleted', {
    source: ['contract §3 200, afterwards 404; its runs stop'],
  }),
  'ISO-4.at-once-is-in-order': promise('What is done at the same moment leaves nothing half done', {
    source: ['contract §3 200, afterwards 404; its runs stop', 'scenario ISO-4'],
  }),
  'ISO-4.owner-fields-ignored': promise("Nobody acts in another's name by saying so", {
    ...LEAK,
    source: ['contract §3 an owner or tenant in the body is ignored', 'ASVS 15.3.3'],
  }),
  'ISO-4.same-name-stays-apart': promise('A name that two people give their messages does not join them', {
    ...LEAK,
    source: ['contract §3 the same client_message_id of the same person', 'ASVS 8.2.2'],
    capability: 'client-message-idempotency',
  }),
  'ISO-4.line-keeps-its-owner': promise("No line is taken over with another's pass", {
    ...LEAK,
    source: ["contract §4 another's or a bad one: AUTH_FAILED and 1008"],
  }),
  'ISO-4.gone-for-good': promise('Of somebody who is gone, neither pass nor address opens anything', {
    ...LEAK,
    source: ['contract §2 account, sessions, threads and runs are gone everywhere within 2 s', 'ASVS 7.4.2'],
    capability: 'account-deletion',
  }),
  'ISO-4.no-address-left-out': promise('Every address that the platform publishes was tried', {
    source: ['contract §3 GET /openapi.json'],
    capability: 'published-routes',
  }),

  'ISO-5.crowd-succeeds': promise('Many at once come through, from the door to the answer', {
    source: ['scenario ISO-5'],
    core: true,
  }),
  'ISO-5.phases-in-budget': promise('Nobody in a crowd waits longer than promised', {
    source: ['scenario ISO-5'],
  }),
  'ISO-5.noisy-one-is-slowed': promise('Who asks for far too much is slowed', {
    source: ['contract §3 60 messages a minute (429 with Retry-After)', 'ASVS 2.4.1'],
    capability: 'per-user-limits',
  }),
  'ISO-5.nobody-else-is-slowed': promise('Nobody else is slowed by that', {
    source: ["contract §3 nobody's flood slows or refuses anybody else"],
    capability: 'per-user-limits',
  }),
  'ISO-5.nobody-sees-anothers': promise('In a crowd, nobody is shown anything of another', {
    ...CORE_LEAK,
    source: ['scenario ISO-5', 'ASVS 8.2.2'],
  }),
} as const satisfies Record<string, CheckEntry>
