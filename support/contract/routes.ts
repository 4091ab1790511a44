import type { z } from 'zod'
import type { Service } from './services.ts'
import * as answers from './answers.ts'
import { EventsAnswer } from './frames.ts'
import { HealthAnswer, RoutesAnswer } from './service-answers.ts'

type Platform = Exclude<Service, 'outside' | 'live'>

/** One route of the platform contract, and every status it may answer with. */
export interface Route {
  readonly name: string
  readonly service: Platform
  /** With its service: `auth GET /health`. */
  readonly key: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `{id}` stands for an id. */
  readonly path: string
  /** What the body must be for each status; `null` where there is none. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>
}

const authErrors = (...statuses: number[]): Route['answers'] =>
  Object.fromEntries(statuses.map((status) => [status, answers.AuthError]))

const backendErrors = (...statuses: number[]): Route['answers'] =>
  Object.fromEntries(statuses.map((status) => [status, answers.BackendError]))

const MEMBERS_ONLY = backendErrors(401, 429)
const SOMEBODYS_OWN = backendErrors(401, 404, 422, 429)

function route(
  service: Platform,
  call: `${Route['method']} ${string}`,
  ...allowed: readonly Route['answers'][]
): Route {
  const [method, path = ''] = call.split(' ') as [Route['method'], string]
  const answers = Object.assign({}, ...allowed) as Route['answers']
  return { name: call, key: `${service} ${call}`, service, method, path, answers }
}

/** Done is done: another number of success stands for the one that the contract has for a route. */
export function asPromised({ answers: due }: Pick<Route, 'answers'>, status: number): number {
  const successes = Object.keys(due).map(Number).filter(isSuccess)
  return isSuccess(status) && successes.length > 0 && !(status in due) ? Number(successes[0]) : status
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

/** The contract's route table. */
export const ROUTES = {
  authHealth: route('auth', 'GET /health', { 200: HealthAnswer, 503: HealthAnswer }),
  register: route('auth', 'POST /auth/register', { 200: answers.SessionAnswer }, authErrors(409, 413, 422)),
  login: route('auth', 'POST /auth/login', { 200: answers.SessionAnswer }, authErrors(401, 413, 422, 429)),
  startProviderSignIn: route('auth', 'GET /auth/login', { 302: null }, authErrors(400, 422, 503)),
  providerCallback: route('auth', 'GET /auth/callback', { 302: null }, authErrors(400, 401)),
  refresh: route('auth', 'POST /auth/refresh', { 200: answers.RenewalAnswer }, authErrors(401, 413, 422)),
  logout: route('auth', 'POST /auth/logout', { 200: answers.LogoutAnswer }, authErrors(401)),
  validate: route('auth', 'POST /auth/validate', { 200: answers.ValidationAnswer }, authErrors(413, 422)),
  me: route('auth', 'GET /auth/me', { 200: answers.MeAnswer }, authErrors(401)),
  deleteMe: route('auth', 'DELETE /auth/me', { 204: null }, authErrors(401)),
  testAuth: route(
    'auth',
    'POST /auth/e2e/test-auth',
    { 200: answers.SimulatedSessionAnswer },
    authErrors(401, 404, 409, 413, 422),
  ),
  backendHealth: route('backend', 'GET /health', { 200: HealthAnswer, 503: HealthAnswer }),
  publishedRoutes: route('backend', 'GET /openapi.json', { 200: RoutesAnswer }),
  profile: route('backend', 'GET /api/v1/user/profile', { 200: answers.ProfileAnswer }, MEMBERS_ONLY),
  createThread: route(
    'backend',
    'POST /api/threads',
    { 200: answers.ThreadAnswer },
    MEMBERS_ONLY,
    backendErrors(422),
  ),
  listThreads: route(
    'backend',
    'GET /api/threads',
    { 200: answers.ThreadsAnswer },
    MEMBERS_ONLY,
    backendErrors(422),
  ),
  thread: route('backend', 'GET /api/threads/{id}', { 200: answers.ThreadAnswer }, SOMEBODYS_OWN),
  renameThread: route('backend', 'PUT /api/threads/{id}', { 200: answers.ThreadAnswer }, SOMEBODYS_OWN),
  deleteThread: route('backend', 'DELETE /api/threads/{id}', { 200: null }, SOMEBODYS_OWN),
  messages: route(
    'backend',
    'GET /api/threads/{id}/messages',
    { 200: answers.MessagesAnswer },
    SOMEBODYS_OWN,
  ),
  sendMessage: route(
    'backend',
    'POST /api/threads/{id}/messages',
    { 202: answers.AcceptedAnswer },
    SOMEBODYS_OWN,
  ),
  run: route('backend', 'GET /api/runs/{id}', { 200: answers.RunAnswer }, SOMEBODYS_OWN),
  cancelRun: route('backend', 'POST /api/runs/{id}/cancel', { 202: null }, SOMEBODYS_OWN),
  runEvents: route('backend', 'GET /api/runs/{id}/events', { 200: EventsAnswer }, SOMEBODYS_OWN),
  frontendHealth: route('frontend', 'GET /health', { 200: HealthAnswer, 503: HealthAnswer }),
} satisfies Record<string, Route>

/** The name of a route in the route table. */
export type RouteName = keyof typeof ROUTES

/** The route of an exchange, by the name it was sent under. */
export function routeNamed(name: string, service: Service): Route | undefined {
  return Object.values(ROUTES).find((route) => route.name === name && route.service === service)
}
