import { z } from 'zod'
import { OTHER_DENIALS } from '#contract/codes'
import type { Answer } from '#clients/answer'
import type { CallDetails } from '#clients/client-context'
import { ThreadAnswer } from '#contract/answers'
import { ROUTES, type RouteName } from '#contract/routes'
import { Id } from '#contract/leaves'
import { readWell } from '#contract/reading'
import type { ThreadId } from '#clients/ids'
import type { Person } from '#world/person'
import type { Fact } from './facts.checks.ts'

/** Calls any route in somebody's own name; whatever is answered is told. */
export type OwnCall = (route: RouteName, details?: Omit<CallDetails, 'token'>) => Promise<Answer>

/** How somebody calls the platform in her own name. */
export function ownCallsOf(person: Person): OwnCall {
  return (route, details) => callsWith(person, person.device.session.accessToken)(route, details)
}

/** How somebody calls the platform with any token. */
export function callsWith({ http }: Person, token: string): OwnCall {
  return (route, details = {}) => http.call(ROUTES[route], { token, ...details })
}

const Listed = z.object({ threads: z.array(z.object({ id: Id })), total: z.number() })

/** Ids of the threads that a list shows, and how many there are, as it says; nothing where it is no list. */
export function listedIn({
  body,
}: Answer): { readonly ids: readonly string[]; readonly total: number } | undefined {
  const { data } = readWell(Listed, body)
  return data && { ids: data.threads.map(({ id }) => id), total: data.total }
}

/** Begins a thread, and keeps everything that is said of it. @throws {UnexpectedAnswer} */
export async function begin(person: Person, json: object): Promise<ThreadAnswer & { id: ThreadId }> {
  const answer = await ownCallsOf(person)('createThread', { json })
  return answer.must(200, ThreadAnswer) as ThreadAnswer & { id: ThreadId }
}

/** A status, in which whatever denies something there is not counts as 404. */
export function statusOf({ status }: Pick<Answer, 'status'>): number {
  return OTHER_DENIALS.includes(status) ? 404 : status
}

/** Something that nobody needs: where it is not told, there is nothing to compare. */
export function toldFact(what: string, wanted: unknown, seen: unknown): Fact[] {
  return seen === undefined ? [] : [{ what, wanted, seen }]
}

/** That a call was answered with a status. */
export function statusFact(what: string, wanted: number, answer: Answer): Fact {
  const seen = wanted === 404 ? statusOf(answer) : answer.status
  return { what, wanted, seen }
}
