import type { RouteName } from './routes.ts'

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
  /** By an id: whoever knows it may try. @see verb completes "to … what is another's" */
  | { readonly by: 'id'; readonly of: Resource; readonly verb: string }

const PUBLIC = { by: 'public' } as const
const CREDENTIAL = { by: 'credential' } as const
const TOKEN = { by: 'token' } as const

function byId<Of extends Resource>(of: Of, verb: string): { by: 'id'; of: Of; verb: string } {
  return { by: 'id', of, verb }
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
  thread: byId('conversation', 'read'),
  renameThread: byId('conversation', 'rename'),
  deleteThread: byId('conversation', 'delete'),
  messages: byId('conversation', 'read the messages of'),
  sendMessage: byId('conversation', 'write into'),
  run: byId('run', 'read'),
  cancelRun: byId('run', 'cancel'),
  runEvents: byId('run', 'read the events of'),
  frontendHealth: PUBLIC,
} as const satisfies Record<RouteName, Access>

/** Every message that a client may send on a live connection. */
export const LIVE_ACCESS = {
  user_message: byId('conversation', 'ask in'),
  ping: PUBLIC,
  resume: byId('conversation', 'be told again'),
  stop_run: byId('run', 'stop'),
  reauthenticate: CREDENTIAL,
} as const satisfies Record<string, Access>
