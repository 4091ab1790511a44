import { ACCESS, isOffered, LIVE_ACCESS, type Access, type AccessById } from '#contract/access'
import { LIMITS } from '#contract/limits'
import { ROUTES, type RouteName } from '#contract/routes'
import type { Person } from '#world/person'
import {
  BODIES,
  wayByCall,
  wayByMessage,
  type AccessWay,
  type Input,
  type MessageById,
} from './access-ways.ts'

type Query = Readonly<Record<string, string>>

const { min, max } = LIMITS.pageSize

/** What is asked besides: a page at and beyond its bounds, a place in the story, a word to look for. */
const QUERIES: readonly Query[] = [
  ...['0', '1', '-1'].map((offset) => ({ offset })),
  ...['0', '1', '1000000', '-1'].map((after) => ({ after })),
  ...[min - 1, min, max, max + 1, -1].map((limit) => ({ limit: String(limit) })),
  ...['%', `'"_*`].map((q) => ({ q })),
]
const PAIRED: readonly Query[] = [{ offset: '1' }, { after: '1' }, { limit: '1' }, { q: '%' }]
const QUERY_PAIRS = PAIRED.flatMap((one, index) =>
  PAIRED.slice(index + 1).map((other) => ({ ...one, ...other })),
)

const { max: longest } = LIMITS.messageLength

/** What is no good for the routes that want to be sent something. */
const FAULTY_BODIES: Partial<Record<RouteName, readonly unknown[]>> = {
  renameThread: [{}, [], { title: '' }, { title: 7 }],
  sendMessage: [{}, [], { content: '' }, { content: 7 }, { content: 'x'.repeat(longest + 1) }],
}
const CLAIMED_FIELDS = ['user_id', 'owner', 'owner_id', 'tenant_id', 'sub']
const CLAIMED_HEADERS = ['x-user-id', 'x-forwarded-user', 'x-remote-user', 'x-tenant-id', 'x-tenant']

/** Every way that has an id in it, with whatever else can be sent along; the owner's own name, too. */
export function waysWithInputs(owner: Person): {
  readonly byCall: readonly AccessWay[]
  readonly byMessage: readonly AccessWay[]
} {
  const { userId } = owner.device.context
  const claims = Object.fromEntries(CLAIMED_FIELDS.map((field) => [field, userId]))
  return {
    byCall: Object.entries<Access>(ACCESS).flatMap(([name, access]) => {
      const route = name as RouteName
      if (access.by !== 'id' || !isOffered(route, owner.offers)) return []
      return inputsOf(route, access, userId, claims).map((input) => wayByCall(route, access, input))
    }),
    byMessage: Object.entries<Access>(LIVE_ACCESS).flatMap(([name, access]) => {
      const type = name as MessageById
      if (access.by !== 'id' || !isOffered(type, owner.offers)) return []
      const more = type === 'resume' ? [claims, { after: 1 }, { after: 1_000_000 }, { after: -1 }] : [claims]
      return more.map((fields) => wayByMessage(type, access, fields))
    }),
  }
}

function inputsOf(route: RouteName, { reads }: AccessById, userId: string, claims: object): Input[] {
  const queries = reads ? [...QUERIES, ...QUERY_PAIRS] : [Object.assign({}, ...PAIRED) as Query]
  const named = Object.fromEntries(CLAIMED_HEADERS.map((name) => [name, userId]))
  const headers = { ...named, cookie: `user_id=${userId}; sub=${userId}` }
  const permissions = ['admin']
  return [
    ...[...queries, { user_id: userId, owner: userId }].map((query) => ({
      what: `?${textOf(query)}`,
      query,
    })),
    { what: ' with headers that name its owner', headers },
    ...(ROUTES[route].method === 'GET'
      ? []
      : [{ what: ' that names its owner', json: { ...BODIES[route], ...claims, permissions } }]),
    ...(FAULTY_BODIES[route] ?? []).map((json) => ({
      what: ` with ${JSON.stringify(json).slice(0, 40)}`,
      json,
    })),
    ...(FAULTY_BODIES[route] ? [{ what: ' with what is no JSON', text: '{"title": "Taken' }] : []),
  ]
}

function textOf(query: Query): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}
