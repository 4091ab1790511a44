import { rememberAccount } from '#promises/shared/account'
import { groundedAnswer, noFigureInvented, threadHolds } from '#promises/shared/answers.checks'
import {
  askAndAwait,
  askFor,
  converse,
  questionAndAnswerOf,
  runAndQuestions,
  startWatching,
  threadContentOf,
} from '#promises/shared/asking'
import { costQuestion } from '#promises/shared/assignments'
import { openShortLivedConnection } from '#promises/shared/short-lived-token'
import { watchTogether } from '#promises/shared/watchers'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

/** Registers, asks one question in a conversation of this title, and is answered. */
Given('{user} has a conversation about {string}', async function (person: Person, title: string) {
  await person.register()
  await converse(person, title)
  await rememberAccount(person)
})

/** Signs in, if that is not done, and opens a line, with a conversation begun. */
Given('{user} is watching a new conversation', async function (person: Person) {
  await startWatching(person)
})

/** The same, both at the same moment. */
Given(
  '{user} and {user} are each watching a new conversation',
  async function (first: Person, second: Person) {
    await watchTogether([first, second])
  },
)

/** The same, all three at the same moment. */
Given(
  '{user}, {user} and {user} are each watching a new conversation',
  async function (first: Person, second: Person, third: Person) {
    await watchTogether([first, second, third])
  },
)

/** Signs in, and opens a line with a pass that lives for two or three seconds. */
Given('{user} is watching with a pass that is about to run out', async function (person: Person) {
  await person.signIn()
  await openShortLivedConnection(person, this.scenario)
})

/** Asks a question that has one right answer, in the conversation that was begun last. */
When('{user} asks what her/his/their workload costs a month', async function (person: Person) {
  await askFor(person, costQuestion(person))
})

/** The same about another workload of the same person. */
When('{user} asks what another workload costs a month', async function (person: Person) {
  await askFor(person, costQuestion(person, 'egret'))
})

/** What was asked last is answered from the asker's own figures. */
Then("{user}'s question is answered", async function (person: Person) {
  const seen = await this.observe(() => questionAndAnswerOf(person))
  this.judge(groundedAnswer('question-answered', seen))
})

/** Asks a question, and is answered from her own figures. */
Then('{user} can ask a question, and is answered', async function (person: Person) {
  const seen = await this.observe(() => askAndAwait(person.device, costQuestion(person)))
  this.judge(groundedAnswer('question-answered', seen))
})

/** What was asked last is answered from the asker's own figures, with no figure that nobody has given. */
Then(
  '{user} is answered with her/his/their own workload and what it costs, and nothing is invented',
  async function (person: Person) {
    const answer = await this.observe(() => questionAndAnswerOf(person))
    const said = await this.observe(() => runAndQuestions(person))
    this.judge(
      groundedAnswer('answered-from-own-figures', answer),
      noFigureInvented('no-figure-invented', said),
    )
  },
)

/** The conversation holds what was asked last, and its answer. */
Then("the conversation holds {user}'s question and that answer, once each", async function (person: Person) {
  this.judge(threadHolds('conversation-holds-both', await this.observe(() => threadContentOf(person))))
})
