import { ACCESS, LIVE_ACCESS, type Access } from '#contract/access'
import { ROUTES, type RouteName } from '#contract/routes'
import type { Trespass, Trespasses } from './trespass.checks.ts'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { pairsOf } from './crowd.ts'
import { OWNED, likeButUnknown } from './owned-resources.ts'
import { type MESSAGES, sayAndHear } from './live-trespass.ts'

type ByAddress = Extract<Access, { by: 'id' }>

/** One way to do something at an address. */
interface Way extends ByAddress {
  /** As an engineer would look for it: a route's name, or a type of message. */
  readonly name: string
  /** Does it in somebody's name. @returns all that came of it, but for what differs each time */
  readonly attempt: (asker: Person, address: string) => Promise<string>
}

/** What some routes want to be sent. */
const BODIES: Partial<Record<RouteName, object>> = {
  renameThread: { title: 'Taken over' },
  sendMessage: { content: 'What does it cost a month?' },
}
/** Reads nothing away, and so can be tried by its owner, too. */
const READS = /^(read|be told)/

/** Every way there is, by the contract's own tables. */
function waysByAddress(): Way[] {
  const routes = Object.entries(ACCESS).flatMap(([name, access]) =>
    access.by === 'id' ? [wayByCall(name as RouteName, access)] : [],
  )
  const messages = Object.entries(LIVE_ACCESS).flatMap(([name, access]) =>
    access.by === 'id' ? [wayByMessage(name as keyof typeof MESSAGES, access)] : [],
  )
  return [...routes, ...messages]
}

function wayByCall(route: RouteName, access: ByAddress): Way {
  const { name } = ROUTES[route]
  const attempt: Way['attempt'] = async ({ http, device }, id) => {
    const json = BODIES[route]
    const token = device.session.accessToken
    const { status, body, headers } = await http.call(ROUTES[route], { token, id, ...(json ? { json } : {}) })
    return JSON.stringify([status, withoutFleeting(body), lasting(headers)])
  }
  return { ...access, name, attempt }
}

function wayByMessage(type: keyof typeof MESSAGES, access: ByAddress): Way {
  return { ...access, name: type, attempt: (asker, address) => sayAndHear(asker, type, address) }
}

const WAYS = waysByAddress()

export const TRESPASSES = topic<Trespasses>('tried anything')

/** Everybody tries, in every way, every address of everybody else's, and one at which there is nothing. */
export async function trespassEverywhere(
  people: readonly Person[],
  { faults }: Scenario,
): Promise<Trespasses> {
  for (const { device } of people) faults.expectErrors(device.connection.number, 'THREAD_NOT_FOUND')
  const tries = await Promise.all(
    people.map((asker) => {
      const pairs = pairsOf(people).filter((pair) => pair.asker === asker)
      return trespassesOf(
        asker,
        pairs.map(({ owner }) => owner),
      )
    }),
  )
  const own = (await Promise.all(people.map(openOwn))).flat()
  return { tries: tries.flat(), owners: { opened: own.filter(Boolean).length, tried: own.length } }
}

/** One person tries, in every way, every address of these. */
export async function trespassesOf(asker: Person, owners: readonly Person[]): Promise<Trespass[]> {
  return (await Promise.all(WAYS.map((way) => tryAll(way, asker, owners)))).flat()
}

async function tryAll(
  { of, verb, name, attempt }: Way,
  asker: Person,
  owners: readonly Person[],
): Promise<Trespass[]> {
  const unknown = await attempt(asker, likeButUnknown(asker.memory.recall(OWNED).addresses[of]))
  return Promise.all(
    owners.map(async (owner) => ({
      ...{ asker: asker.name, owner: owner.name, verb, of, name, unknown },
      foreign: await attempt(asker, owner.memory.recall(OWNED).addresses[of]),
    })),
  )
}

/** Whether each of the ways that only read opens what is her own. */
function openOwn(owner: Person): Promise<boolean[]> {
  const { addresses } = owner.memory.recall(OWNED)
  const reading = WAYS.filter(({ verb, name }) => READS.test(verb) && name.startsWith('GET'))
  return Promise.all(
    reading.map(async ({ of, attempt }) => (await attempt(owner, addresses[of])).startsWith('[200,')),
  )
}

const FLEETING_FIELDS = ['trace_id', 'timestamp']
const LASTING_HEADERS =
  /^(content-type|www-authenticate|location|allow|cache-control|etag|x-(?!request-id).*)$/

function withoutFleeting(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => !FLEETING_FIELDS.includes(name)))
}

function lasting(headers: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => LASTING_HEADERS.test(name)))
}
