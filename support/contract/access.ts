import type { Capability } from './capabilities.ts'
import { ROUTES, type RouteName } from './routes.ts'

/** What has an id that somebody else may come to know. */
export type Resource = 'conversation' | 'run'

/** How it is decided whose things a call is about. */
export type Access =
  /** It tells nothing of anybody. */
  | { readonly by: 'public' }
  /** By what is sent along: a password, a refresh token, a token that is to be looked at. */
  | { readonly by: 'credential' }
  /** By the access token: it is always about the token's own subject. */
  | { readonly by: 'token' }
  | AccessById

/** By an id: whoever knows it may try. */
export interface AccessById {
  readonly by: 'id'
  readonly of: Resource
  /** Completes "to … what is another's". */
  readonly verb: string
  /** Whether it changes nothing, so that its owner can do it at any time. */
  readonly reads: boolean
}

const PUBLIC = { by: 'public' } as const
const CREDENTIAL = { by: 'credential' } as const
const TOKEN = { by: 'token' } as const

function reads(of: Resource, verb: string): AccessById {
  return { by: 'id', of, verb, reads: true }
}

function changes(of: Resource, verb: string): AccessById {
  return { by: 'id', of, verb, reads: false }
}

/** Every route of the contract: a new one cannot be forgotten. */
export const ACCESS = {
  authHealth: PUBLIC,
  register: CREDENTIAL,
  login: CREDENTIAL,
  startProviderSignIn: PUBLIC,
  providerCallback: CREDENTIAL,
  refresh: CREDENTIAL,
  logout: TOKEN,
  validate: CREDENTIAL,
  me: TOKEN,
  deleteMe: TOKEN,
  testAuth: CREDENTIAL,
  backendHealth: PUBLIC,
  publishedRoutes: PUBLIC,
  profile: TOKEN,
  createThread: TOKEN,
  listThreads: TOKEN,
  thread: reads('conversation', 'read'),
  renameThread: changes('conversation', 'rename'),
  deleteThread: changes('conversation', 'delete'),
  messages: reads('conversation', 'read the messages of'),
  sendMessage: changes('conversation', 'write into'),
  run: reads('run', 'read'),
  cancelRun: changes('run', 'cancel'),
  runEvents: reads('run', 'read the events of'),
  frontendHealth: PUBLIC,
} as const satisfies Record<RouteName, Access>

/** Every message that a client may send on a live connection. */
export const LIVE_ACCESS = {
  user_message: changes('conversation', 'ask in'),
  ping: PUBLIC,
  resume: reads('conversation', 'be told again'),
  stop_run: changes('run', 'stop'),
  reauthenticate: CREDENTIAL,
} as const satisfies Record<string, Access>

/** What not every target offers. */
const OFFERED: Partial<Record<RouteName | keyof typeof LIVE_ACCESS, Capability>> = {
  deleteMe: 'account-deletion',
  testAuth: 'oauth-simulation',
  publishedRoutes: 'published-routes',
  cancelRun: 'cancel',
  stop_run: 'cancel',
  runEvents: 'run-events-history',
  resume: 'resume',
}

/** Whether a route or a message has to be there on a target that offers this. */
export function isOffered(
  name: RouteName | keyof typeof LIVE_ACCESS,
  offers: Pick<ReadonlySet<Capability>, 'has'>,
): boolean {
  const capability = OFFERED[name]
  return capability === undefined || offers.has(capability)
}

/** Whether nobody need have a route of that name, as `POST /api/runs/{id}/cancel`. */
export function isOptional(route: string | undefined): boolean {
  return Object.keys(OFFERED).some((name) => name in ROUTES && ROUTES[name as RouteName].name === route)
}
