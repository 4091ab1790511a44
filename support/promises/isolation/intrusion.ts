import type { Answer } from '#clients/answer'
import { ProfileAnswer } from '#contract/answers'
import { ROUTES } from '#contract/routes'
import type { Intrusion } from './crowd.checks.ts'
import type { Person } from '#world/person'
import { neighboursIn, pairsOf, type Pair } from './crowd.ts'

/** Everybody tries everybody else's conversation and profile; and opens her own. */
export async function tryEachOther(
  people: readonly Person[],
): Promise<{ intrusions: Intrusion[]; owners: { opened: number; tried: number } }> {
  const [tries, own] = await Promise.all([
    Promise.all([...pairsOf(people).map(openConversation), ...neighboursIn(people).map(askForProfile)]),
    Promise.all(people.map(({ device }) => device.backend.thread(device.threadId))),
  ])
  const opened = own.filter(({ status }) => status === 200).length
  return { intrusions: tries.flat(), owners: { opened, tried: own.length } }
}

async function openConversation({ asker, owner }: Pair): Promise<Intrusion[]> {
  const answer = await asker.device.backend.thread(owner.device.threadId)
  const what = `conversation of ${owner.name}'s, by ${asker.name}`
  return [{ what, outcome: answer.describe(), isShut: answer.status === 404 }]
}

async function askForProfile({ asker, owner }: Pair): Promise<Intrusion[]> {
  const { userId } = asker.device.context
  const answers = await profilesAskedFor({ asker, owner })
  return answers.map((answer) => ({
    what: `profile of ${owner.name}'s, by ${asker.name}`,
    outcome: answer.describe(),
    isShut: ProfileAnswer.safeParse(answer.body).data?.user_id === userId,
  }))
}

/** Asks for another's profile in the ways in which a careless service can be asked. */
export function profilesAskedFor({ asker, owner }: Pair): Promise<Answer[]> {
  const { session } = asker.device
  const { userId } = owner.device.context
  const ways = [{ query: { user_id: userId } }, { headers: { 'x-user-id': userId } }]
  return Promise.all(
    ways.map((way) => asker.http.call(ROUTES.profile, { token: session.accessToken, ...way })),
  )
}
