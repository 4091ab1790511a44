import { NotTestable } from '#expect/seen'
import type { Fact } from '#promises/shared/facts.checks'
import { Id } from '#contract/leaves'
import { readWell } from '#contract/reading'
import { z } from 'zod'
import type { Answer } from '#clients/answer'
import { read } from '#contract/reading'
import { ProfileAnswer } from '#contract/answers'
import { ROUTES } from '#contract/routes'
import { statusOf } from '#promises/shared/own-calls'
import type { Person } from '#world/person'
import type { Intrusion, Intrusions, Newcomer, SelfRead } from './crowd.checks.ts'
import { waysToName } from './named-callers.ts'

/** Somebody who tries, and somebody whose things are tried. */
export interface Pair {
  readonly asker: Person
  readonly owner: Person
}

/** Among more people than this, not everybody tries everybody: work grows with their number, not its square. */
const MOST_OTHERS = 7

/** Every ordered pair; among very many people, each of them with the next ones only. */
export function pairsOf(people: readonly Person[]): Pair[] {
  const others = Math.min(people.length - 1, MOST_OTHERS)
  return people.flatMap((asker, index) =>
    Array.from({ length: others }, (_, step) => {
      const owner = people[(index + step + 1) % people.length] ?? asker
      return { asker, owner }
    }),
  )
}

/** Each with the next one: enough, where nothing depends on which of the others it is. */
export function neighboursIn(people: readonly Person[]): Pair[] {
  return people.map((asker, index) => ({ asker, owner: people[(index + 1) % people.length] ?? asker }))
}

/** All of them come in at the same moment; then each begins a thread. @throws {Unexpected} */
export async function signInTogether(people: readonly Person[]): Promise<void> {
  await Promise.all(people.map((person) => person.signIn()))
  await Promise.all(people.map(({ device, marker }) => device.createThread(`Matters of ${marker}`)))
}

/** Who each of them is by what she was given. */
export function newcomers(people: readonly Person[]): Newcomer[] {
  return people.map(({ name, registration, device: { session, method } }) => {
    const { accessToken: access, refreshToken: refresh = '', claims } = session
    const given = { subject: claims.sub, session: claims.jti, access, refresh }
    const lacks = method === 'staging-jwt' ? (['refresh'] as const) : []
    return { name, address: registration.email, named: claims.email, given, lacks }
  })
}

/** All of them renew their sessions at the same moment. @returns who each of them is by what she was given @throws {UnexpectedAnswer | NotTestable} */
export async function renewTogether(people: readonly Person[]): Promise<Fact[]> {
  const able = people.filter(({ device }) => device.session.refreshToken !== undefined)
  if (able.length === 0) throw new NotTestable('this way of signing in gives no means of renewal')
  const facts = able.map(async ({ name, auth, device }) => {
    const { refreshToken = '', claims } = device.session
    const renewed = await auth.mustRefresh(refreshToken)
    device.renew(renewed)
    const { sub, email } = renewed.claims
    return { what: `who ${name} is`, wanted: [claims.sub, claims.email], seen: [sub, email] }
  })
  return Promise.all(facts)
}

/** Everybody reads three things at the same moment: account, profile, threads. @throws {UnexpectedAnswer} */
export async function readSelves(people: readonly Person[]): Promise<SelfRead[]> {
  return (await Promise.all(people.map(readSelf))).flat()
}

async function readSelf({ auth, name, device, registration }: Person): Promise<SelfRead[]> {
  const [me, profile, { threads }] = await Promise.all([
    auth.mustMe(device.session.accessToken),
    device.backend.mustProfile(),
    device.backend.mustThreads(),
  ])
  const own = [device.context.userId, registration.email]
  return [
    { name, what: 'account', told: [me.user_id, me.email], own },
    { name, what: 'profile', told: [profile.user_id, profile.email], own },
    { name, what: 'conversations', told: threads.map(({ id }) => id), own: [device.threadId] },
  ]
}

/** Everybody tries everybody else's thread and profile; and opens her own. @throws {NoAnswer} */
export async function tryEachOther(people: readonly Person[]): Promise<Intrusions> {
  const [intrusions, own] = await Promise.all([
    Promise.all([...pairsOf(people).map(openThread), ...neighboursIn(people).map(askForProfile)]),
    Promise.all(people.map(({ device }) => device.backend.thread(device.threadId))),
  ])
  return { intrusions: intrusions.flat(), owners: own.map(({ status }) => status) }
}

const Identified = z.object({ id: Id })

async function openThread({ asker, owner }: Pair): Promise<Intrusion[]> {
  const { threadId } = owner.device
  const answer = await asker.device.backend.thread(threadId)
  const what = `conversation of ${owner.name}'s, by ${asker.name}`
  const shown = readWell(Identified, answer.body).data?.id
  return [{ what, status: statusOf(answer), outcome: answer.describe(), askedFor: threadId, shown }]
}

async function askForProfile({ asker, owner }: Pair): Promise<Intrusion[]> {
  const answers = await profilesAskedFor({ asker, owner })
  return answers.map((answer) => ({
    what: `profile of ${owner.name}'s, by ${asker.name}`,
    status: answer.status,
    outcome: answer.describe(),
    askedFor: owner.device.context.userId,
    shown: read(ProfileAnswer, answer.body).data?.user_id,
    own: asker.device.context.userId,
  }))
}

/** Asks for another's profile in the ways in which a careless service can be asked. @throws {NoAnswer} */
export function profilesAskedFor({ asker, owner }: Pair): Promise<Answer[]> {
  const { session } = asker.device
  return Promise.all(
    waysToName(owner.device.context).map((way) =>
      asker.http.call(ROUTES.profile, { token: session.accessToken, ...way }),
    ),
  )
}
