import { answeredOnce, otherAnswer } from '#promises/chat/follow-ups.checks'
import { askAnother, followUp, sendAtOnce, sendTwice } from '#promises/chat/follow-ups'
import { groundedAnswer } from '#promises/shared/answers.checks'
import { questionAndAnswerOf } from '#promises/shared/asking'
import type { Person } from '#world/person'
import { Then } from '#world/steps'

/** Asks about another workload, in a conversation of its own, and is answered about that one. */
Then("another question of {user}'s gets another answer", async function (person: Person) {
  const first = await this.observe(() => questionAndAnswerOf(person))
  const second = await this.observe(() => askAnother(person))
  this.judge(otherAnswer(first, second))
})

/** Asks on where something was asked last, without saying again what it is about. */
Then('a follow-up builds on what {user} said before', async function (person: Person) {
  this.judge(groundedAnswer('follow-up-remembers', await this.observe(() => followUp(person))))
})

/** Sends a message again, live, by calls and into another conversation; and another one several times at once. */
Then(
  'a message that {user} sends twice by accident, or several times at once, is answered once',
  async function (person: Person) {
    const [twice, atOnce] = await Promise.all([
      this.observe(() => sendTwice(person), 'client-message-idempotency'),
      this.observe(() => sendAtOnce(person), 'client-message-idempotency'),
    ])
    this.judge(
      answeredOnce('sent-twice-answered-once', twice),
      answeredOnce('sent-at-once-answered-once', atOnce),
    )
  },
)
