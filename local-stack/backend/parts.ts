import type { IncomingHttpHeaders } from 'node:http'
import { bearerToken } from '#kit/bearer'
import { SYSTEM_CLOCK, type Clock } from '#kit/clock'
import type { Recipes } from '#kit/compose'
import type { Database } from '#kit/database'
import type { Refusal } from '#kit/refusal'
import type { DescribeFault } from '#kit/web-service'
import { createModelClient, type ModelClient, type ModelConfig } from './agents/model-client.ts'
import { createSupervisor, type Supervisor } from './agents/supervisor.ts'
import { createEvents, type Events } from './conversations/events.ts'
import { createMessages, type Messages } from './conversations/messages.ts'
import {
  createOwnership,
  ownersOnly,
  threadNotFound,
  type Ownership,
  type OwnershipRule,
} from './conversations/ownership.ts'
import { createPublisher, type Publisher } from './conversations/publisher.ts'
import { createQuestions, type Questions } from './conversations/questions.ts'
import { createRuns, type Runs } from './conversations/runs.ts'
import { createThreads, type Threads } from './conversations/threads.ts'
import { describeFault } from './fault-answer.ts'
import {
  createAuthService,
  createProfileSource,
  type AuthService,
  type IdentityCheck,
  type ProfileSource,
} from './identity.ts'
import { createLimits, type Limits } from './limits.ts'
import { createFanOut, type FanOut } from './live/fan-out.ts'
import { createFrameHandler, type FrameHandler } from './live/handlers.ts'
import { liveToken } from './live/token-source.ts'
import { createRunEngine, type RunEngine } from './runs/engine.ts'
import { createPriceCatalogue } from './tools/tool.ts'
import { createToolbox, type Toolbox } from './tools/toolbox.ts'

/** Everything the backend has to be told. */
export interface BackendConfig {
  readonly environment: string
  readonly databaseUrl: string
  readonly authUrl: string
  readonly frontendUrl: string
  readonly serviceSecret: string
  readonly model: ModelConfig
  readonly heartbeatSeconds: number
  /** One more on the same data: what is running there is worked on by others. */
  readonly isFurther?: true
}

type TokenSource = (headers: IncomingHttpHeaders, url: string) => string | undefined

/** The parts of the backend. Any of them can be exchanged for another when it is put together. */
export interface BackendParts {
  readonly clock: Clock
  readonly database: Database
  readonly authService: AuthService
  readonly identity: IdentityCheck
  readonly profileOf: ProfileSource
  readonly tokenSource: TokenSource
  readonly liveIdentity: IdentityCheck
  readonly liveTokenSource: TokenSource
  /** Whether a page of this origin may open a live connection; programs have none. */
  readonly originRule: (origin: string | undefined) => boolean
  readonly threads: Threads
  readonly messages: Messages
  readonly runs: Runs
  readonly events: Events
  readonly ownershipRule: OwnershipRule
  readonly notYours: (exists: boolean) => Refusal
  readonly ownership: Ownership
  readonly limits: Limits
  readonly fanOut: FanOut
  readonly publisher: Publisher
  readonly model: ModelClient
  readonly toolbox: Toolbox
  readonly supervisor: Supervisor
  readonly runEngine: RunEngine
  readonly questions: Questions
  readonly frameHandler: FrameHandler
  readonly describeFault: DescribeFault
}

/** How each part is built when nobody asks for another one. */
export function backendRecipes(config: BackendConfig, sql: Database): Recipes<BackendParts> {
  return {
    clock: () => SYSTEM_CLOCK,
    database: () => sql,
    authService: () => createAuthService(config.authUrl),
    identity: (kit) => kit.authService.identify,
    profileOf: (kit) => createProfileSource(kit.authService),
    tokenSource: () => bearerToken,
    liveIdentity: (kit) => kit.identity,
    liveTokenSource: () => liveToken,
    originRule: () => (origin) => origin === undefined || origin === new URL(config.frontendUrl).origin,
    threads: (kit) => createThreads(kit.database),
    messages: (kit) => createMessages(kit.database),
    runs: (kit) => createRuns(kit.database),
    events: (kit) => createEvents(kit.database, () => kit.clock.now()),
    ownershipRule: () => ownersOnly,
    notYours: () => threadNotFound,
    ownership: (kit) => createOwnership(kit),
    limits: () => createLimits(),
    fanOut: () => createFanOut(),
    publisher: (kit) => createPublisher(kit),
    model: () => createModelClient(config.model),
    toolbox: (kit) => createToolbox(createPriceCatalogue(kit.database)),
    supervisor: (kit) => createSupervisor(kit),
    runEngine: (kit) => createRunEngine(kit),
    questions: (kit) => createQuestions(kit),
    frameHandler: (kit) => createFrameHandler(kit),
    describeFault: () => describeFault,
  }
}
