import { seenAs } from '#expect/seen'
import { openTooManyLines } from '#promises/live/line-count'
import { floodBeside, sendTooLong } from '#promises/live/limits'
import { othersNoticeNothing, tooLongClosesConnection } from '#promises/live/limits.checks'
import { sendOfEveryLength } from '#promises/live/message-length'
import { workBesideOf } from '#promises/live/work-beside'
import { anothersWorkGoesOn } from '#promises/live/work-beside.checks'
import { asItHasToBe } from '#promises/shared/facts.checks'
import { floodIsSlowed } from '#promises/shared/flood.checks'
import type { Person } from '#world/person'
import { Then } from '#world/steps'

/** One letter and as many as there may be are taken, on the line and by a call; none, and one more, are not. */
Then(
  "questions of {user}'s are taken up to their longest, and what is longer or empty leaves nothing behind",
  async function (person: Person) {
    const seen = await this.observe(() => sendOfEveryLength(person, this.scenario))
    const expected = 'the shortest and the longest taken, the others refused and not kept'
    this.judge(asItHasToBe('taken-up-to-the-longest', expected, seen))
  },
)

/** Opens as many at the same moment, and some more; then one is hung up, and another one opened. */
Then(
  '{user} may have ten lines and no more, until one of them ends, and {user} has her/his/their(s)',
  async function (person: Person, neighbour: Person) {
    const seen = await this.observe(
      () => openTooManyLines(person, neighbour, this.scenario),
      'per-user-limits',
    )
    this.judge(asItHasToBe('ten-lines-and-no-more', 'ten lines of hers, and room again when one ends', seen))
  },
)

/** Sends one message that is as long as a line takes, and one that is longer, on a line of its own. */
Then(
  "a message of {user}'s that is far too long ends that line and no other",
  async function (sender: Person) {
    this.judge(tooLongClosesConnection(await this.observe(() => sendTooLong(sender, this.scenario))))
  },
)

/** The first asks for more at once than anybody may; the second asks ordinary questions before it and meanwhile, and long work of hers is answered. */
Then(
  "a flood of {user}'s is slowed, and {user}, whose work has been done, notices nothing of it",
  async function (sender: Person, watcher: Person) {
    const seen = await this.observe(() => floodBeside(sender, watcher, this.scenario))
    const flood = seenAs(seen, (both) => both.flood)
    const neighbour = seenAs(seen, (both) => both.neighbour)
    const control = 'meanwhile there were faults and a flood'
    const work = await this.observe(() => workBesideOf(watcher))
    this.judge(
      floodIsSlowed('flood-is-slowed', flood),
      othersNoticeNothing(neighbour, control),
      anothersWorkGoesOn(work),
    )
  },
)
