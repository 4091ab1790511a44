import type { RouteName } from './routes.ts'

/** What has an address that somebody else may come to know. */
export type Kept = 'conversation' | 'run'

/** How it is decided whose things a call is about. */
export type Access =
  /** It tells nothing of anybody. */
  | { readonly by: 'nobody' }
  /** By what is sent along: a password, a refresh token, a token that is to be looked at. */
  | { readonly by: 'proof' }
  /** By the pass: it is always about the pass's own person. */
  | { readonly by: 'pass' }
  /** By an address: whoever knows it may try. @see verb completes "to … what is another's" */
  | { readonly by: 'address'; readonly of: Kept; readonly verb: string }

const NOBODY = { by: 'nobody' } as const
const PROOF = { by: 'proof' } as const
const PASS = { by: 'pass' } as const

function address<Of extends Kept>(of: Of, verb: string): { by: 'address'; of: Of; verb: string } {
  return { by: 'address', of, verb }
}

/** Every route of the contract: a new one cannot be forgotten. */
export const ACCESS = {
  authHealth: NOBODY,
  register: PROOF,
  login: PROOF,
  startProviderSignIn: NOBODY,
  providerCallback: PROOF,
  refresh: PROOF,
  logout: PASS,
  validate: PROOF,
  me: PASS,
  deleteMe: PASS,
  testAuth: PROOF,
  backendHealth: NOBODY,
  publishedRoutes: NOBODY,
  profile: PASS,
  createThread: PASS,
  listThreads: PASS,
  thread: address('conversation', 'read'),
  renameThread: address('conversation', 'rename'),
  deleteThread: address('conversation', 'delete'),
  messages: address('conversation', 'read the messages of'),
  sendMessage: address('conversation', 'write into'),
  run: address('run', 'read'),
  cancelRun: address('run', 'cancel'),
  runEvents: address('run', 'read the events of'),
  frontendHealth: NOBODY,
} as const satisfies Record<RouteName, Access>

/** Every message that a client may send on a live line. */
export const LIVE_ACCESS = {
  user_message: address('conversation', 'ask in'),
  ping: NOBODY,
  resume: address('conversation', 'be told again'),
  stop_run: address('run', 'stop'),
  reauthenticate: PROOF,
} as const satisfies Record<string, Access>
