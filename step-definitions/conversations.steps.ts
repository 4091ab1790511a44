import { conversationHolds, groundedAnswer } from '#expect/answers'
import { askAndAwait, converse } from '#workflows/questions'
import { rememberAccount } from '#workflows/account'
import type { Person } from '#world/person'
import { Given, Then } from '#world/steps'

Given('{user} has a conversation about {string}', async function (person: Person, title: string) {
  await person.register()
  await converse(person, title)
  await rememberAccount(person)
})

Then("{user}'s first question is answered in a conversation of her own", async function (person: Person) {
  const exchange = await askAndAwait(person)
  await this.judge(
    groundedAnswer('AUTH-1.first-question-answered', () => exchange),
    conversationHolds('AUTH-1.conversation-holds-both', exchange, exchange.messages),
  )
})
