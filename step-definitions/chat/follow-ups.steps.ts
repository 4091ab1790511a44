import { answeredOnce, otherAnswer } from '#promises/chat/follow-ups.checks'
import { askAnother, sendAtOnce, sendTwice } from '#promises/chat/follow-ups'
import { remember } from '#promises/chat/memory'
import { remembered } from '#promises/chat/memory.checks'
import { askInRealWords } from '#promises/chat/real-words'
import { toTheLetter } from '#promises/chat/real-words.checks'
import { questionAndAnswerOf } from '#promises/shared/asking'
import type { Person } from '#world/person'
import { Then } from '#world/steps'

/** Asks about another workload, whose prices only the catalogue tells, in a conversation of its own. */
Then(
  "another question of {user}'s, about a model at its listed price, gets another answer",
  async function (person: Person) {
    const first = await this.observe(() => questionAndAnswerOf(person))
    const second = await this.observe(() => askAnother(person))
    this.judge(otherAnswer(first, second))
  },
)

/** Asks on three times where something was asked last, with a correction; and about the same in a new conversation. */
Then(
  'follow-ups build on all that {user} said before, what she/he/they said last counts, and nothing is known elsewhere',
  async function (person: Person) {
    this.judge(...remembered(await this.observe(() => remember(person, this.scenario))))
  },
)

/** Asks in a conversation with such a title, in as many characters as a message may have, and reads all of it again. */
Then(
  "a long question of {user}'s in many writings is kept, told and found again, letter for letter",
  async function (person: Person) {
    this.judge(toTheLetter(await this.observe(() => askInRealWords(person), 'resume')))
  },
)

/** Sends a message again, live, by calls and into another conversation; and another one several times at once. */
Then(
  'a message that {user} sends twice by accident, or several times at once, is answered once',
  async function (person: Person) {
    const [twice, atOnce] = await Promise.all([
      this.observe(() => sendTwice(person, this.scenario.cast.person('Chidi')), 'client-message-idempotency'),
      this.observe(() => sendAtOnce(person), 'client-message-idempotency'),
    ])
    this.judge(
      answeredOnce('sent-twice-answered-once', twice),
      answeredOnce('sent-at-once-answered-once', atOnce),
    )
  },
)
