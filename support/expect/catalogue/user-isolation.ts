import { kept, type CheckEntry } from './entry.ts'

const LEAK = { isolation: true } as const
const CORE_LEAK = { isolation: true, core: true } as const

/** The checks of `user-isolation.feature`. */
export const USER_ISOLATION = {
  'ISO-1.everybody-is-somebody-else': kept(
    'Who signs in at the same moment as others shares nothing with them',
    CORE_LEAK,
  ),
  'ISO-1.each-reads-herself': kept('Who reads at the same moment as others is told of herself', CORE_LEAK),
  'ISO-1.pass-opens-no-other': kept("Nobody's pass opens what is another's", LEAK),

  'ISO-2.each-hears-all-of-her-own': kept(
    "Each is told all of her own work, and nothing of another's",
    CORE_LEAK,
  ),
  'ISO-2.answered-from-own-figures': kept('Each is answered from her own figures', CORE_LEAK),
  'ISO-2.nothing-remembered-of-others': kept('What one has told the agents is known to no other', LEAK),

  'ISO-3.every-line-tells-its-owners': kept(
    "Every line tells all of its owner's work, once, and nothing else",
    CORE_LEAK,
  ),
  'ISO-3.every-line-answers': kept('Every line still answers when all is over'),
  'ISO-3.devices-agree': kept('The devices of one person are told the same'),
  'ISO-3.foreign-resume-gives-nothing': kept("Nobody is told another's conversation again", {
    ...LEAK,
    capability: 'resume',
  }),

  'ISO-4.foreign-answered-as-unknown': kept(
    "What is another's is answered just as what does not exist",
    CORE_LEAK,
  ),
  'ISO-4.nothing-has-changed': kept('What others try changes nothing of anybody', CORE_LEAK),
  'ISO-4.lists-betray-nothing': kept('No list, search, total or page betrays anything of another', LEAK),
  'ISO-4.owner-fields-ignored': kept("Nobody acts in another's name by saying so", LEAK),
  'ISO-4.line-keeps-its-owner': kept("No line is taken over with another's pass", LEAK),
  'ISO-4.gone-for-good': kept('Of somebody who is gone, neither pass nor address opens anything', {
    ...LEAK,
    capability: 'account-deletion',
  }),
  'ISO-4.no-address-left-out': kept('Every address that the platform publishes was tried', {
    capability: 'published-routes',
  }),

  'ISO-5.crowd-succeeds': kept('Many at once come through, from the door to the answer', { core: true }),
  'ISO-5.phases-in-budget': kept('Nobody in a crowd waits longer than promised'),
  'ISO-5.noisy-one-is-slowed': kept('Who asks for far too much is slowed', { capability: 'per-user-limits' }),
  'ISO-5.nobody-else-is-slowed': kept('Nobody else is slowed by that', { capability: 'per-user-limits' }),
  'ISO-5.nobody-sees-anothers': kept('In a crowd, nobody is shown anything of another', CORE_LEAK),
} as const satisfies Record<string, CheckEntry>
