import type { CallDetails } from '#clients/client-context'
import { ThreadAnswer } from '#contract/answers'
import { read } from '#contract/reading'
import { ROUTES, type RouteName } from '#contract/routes'
import type { Fact } from '#promises/shared/facts.checks'
import { begin, listedIn, ownCallsOf, statusFact } from '#promises/shared/own-calls'
import type { Person } from '#world/person'

const INVALID = 422
const SENSELESS = { $ne: '' }

/** What routes cannot take that are about somebody's own; what is left out where it may be is no fault. */
const ODD: Partial<Record<RouteName, readonly unknown[]>> = {
  createThread: [[], { title: SENSELESS }, { metadata: 'blue' }],
  renameThread: [{}, [], { title: SENSELESS }, { title: null }],
  sendMessage: [{}, [], { content: SENSELESS }, { content: null }],
}
const BROKEN = '{"title": "Taken", "content": "Taken'

/** Sends each of these to a thread of one's own: it is refused, and nothing comes of it. @throws {UnexpectedAnswer} */
export async function sendOwnOddBodies(person: Person): Promise<Fact[]> {
  const call = ownCallsOf(person)
  const thread = await begin(person, { title: `${person.marker} snipe` })
  const { id } = thread
  const howMany = async (): Promise<number> =>
    listedIn(await call('listThreads', { query: { limit: '1' } }))?.total ?? NaN
  const before = await howMany()
  const bodyOf = async (thread: string): Promise<unknown> => (await call('thread', { id: thread })).body
  const tries = Object.entries(ODD).flatMap(([name, bodies]) => {
    const sent: Pick<CallDetails, 'json' | 'text'>[] = [...bodies.map((json) => ({ json })), { text: BROKEN }]
    return sent.map(async (details) => {
      const route = name as RouteName
      const what = `${ROUTES[route].name} with ${details.text ?? JSON.stringify(details.json)}`
      return statusFact(what, INVALID, await call(route, { id, ...details }))
    })
  })
  return [
    ...(await Promise.all(tries)),
    { what: 'what it was tried on', wanted: thread, seen: read(ThreadAnswer, await bodyOf(id)).data },
    { what: 'how many there are', wanted: before, seen: await howMany() },
  ]
}
