import {
  answeredOnce,
  threadHolds,
  groundedAnswer,
  noFigureInvented,
  otherAnswer,
} from '#promises/shared/answers.checks'
import {
  askAnother,
  askFor,
  threadContentOf,
  questionAndAnswerOf,
  followUp,
  sendTwice,
  startWatching,
  runAndQuestions,
} from '#promises/shared/asking'
import { rememberAccount } from '#promises/shared/account'
import { costQuestion } from '#promises/shared/assignments'
import { askAndAwait, converse } from '#promises/shared/questions'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

Given('{user} has a conversation about {string}', async function (person: Person, title: string) {
  await person.register()
  await converse(person, title)
  await rememberAccount(person)
})

Given('{user} is watching a new conversation', async function (person: Person) {
  await startWatching(person)
})

When('{user} asks what her workload costs a month', async function (person: Person) {
  await askFor(person, costQuestion(person))
})

Then("{user}'s first question is answered in a conversation of her own", async function (person: Person) {
  const exchange = await askAndAwait(person)
  const { messages } = exchange
  await this.judge(
    groundedAnswer('AUTH-1.first-question-answered', () => exchange),
    threadHolds('AUTH-1.conversation-holds-both', () => ({ exchanges: [exchange], messages })),
  )
})

Then(
  '{user} is answered with her own workload and what it costs, and nothing is invented',
  async function (person: Person) {
    await this.judge(
      groundedAnswer('CHAT-1.answered-from-own-figures', () => questionAndAnswerOf(person)),
      noFigureInvented('CHAT-1.no-figure-invented', () => runAndQuestions(person)),
    )
  },
)

Then("the conversation holds {user}'s question and that answer, once each", async function (person: Person) {
  await this.judge(threadHolds('CHAT-1.conversation-holds-both', () => threadContentOf(person)))
})

Then("another question of {user}'s gets another answer", async function (person: Person) {
  const another = (): ReturnType<typeof askAnother> => askAnother(person)
  await this.judge(
    otherAnswer('CHAT-1.other-question-other-answer', () => questionAndAnswerOf(person), another),
  )
})

Then('a follow-up builds on what {user} said before', async function (person: Person) {
  await this.judge(groundedAnswer('CHAT-1.follow-up-remembers', () => followUp(person)))
})

Then('a message that {user} sends twice by accident is answered once', async function (person: Person) {
  await this.judge(answeredOnce('CHAT-1.sent-twice-answered-once', () => sendTwice(person)))
})
