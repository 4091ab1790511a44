import { openStackDatabase } from '#postgres/server'
import {
  configureServices,
  makeSecrets,
  SERVICE_NAMES,
  type ServiceName,
  type ServiceUrls,
  type StackChoices,
  type StackSecrets,
} from './stack-config.ts'
import { hostService } from './hosting.ts'
import { openOperator, type Operator } from './operator.ts'
import { startService } from './starters.ts'
import { superviseService, type SupervisedService } from './supervision.ts'

/** A whole platform that answers. */
export interface RunningStack {
  readonly urls: ServiceUrls
  readonly secrets: StackSecrets
  /** Where further backends are started on the same data. */
  readonly operatorUrl: string
  /** Why the stack can no longer be used, should that happen. */
  readonly lost: Promise<string>
  stop(): Promise<void>
}

export interface StackOptions {
  readonly choices: StackChoices
  /** An existing PostgreSQL server instead of one of our own. */
  readonly databaseUrl?: string | undefined
  readonly ports: Readonly<Partial<Record<ServiceName, number>>>
  /** Each service in a process of its own, so that one can be lost alone; else all of them are in this one. */
  readonly apart: boolean
}

/** The stack could not be started; the message is one line and says why. */
export class StackFailure extends Error {
  readonly code = 'STACK_FAILURE'
}

/** Starts every service, each knowing the others by address only. @throws {StackFailure} */
export async function startStack({
  choices,
  databaseUrl,
  ports,
  apart,
}: StackOptions): Promise<RunningStack> {
  // The slowest first: reading code keeps this process busy.
  const opening = openStackDatabase(databaseUrl)
  const start = apart ? superviseService : hostService
  const services = SERVICE_NAMES.map((name) => start(name, ports[name] ?? 0))
  let operator: Operator | undefined
  const stop = async (): Promise<void> => {
    await operator?.close()
    await Promise.all(services.map((service) => service.stop()))
    await opening.then((database) => database.drop()).catch(() => undefined)
  }
  try {
    const [urls, database] = await Promise.all([addressesOf(services), opening])
    const secrets = makeSecrets()
    const configs = configureServices(urls, database.url, secrets, choices)
    await Promise.all(services.map((service) => introduce(service, configs[service.name])))
    operator = await openOperator(urls.backend, (door) =>
      startService('backend', door, { ...configs.backend, isFurther: true }),
    )
    const lost = Promise.race([database.lost, ...services.map(({ ended }) => ended)])
    return { urls, secrets, operatorUrl: operator.url, lost, stop }
  } catch (error) {
    await stop()
    throw new StackFailure(error instanceof Error ? error.message : String(error))
  }
}

async function addressesOf(services: readonly SupervisedService[]): Promise<ServiceUrls> {
  const entries = services.map(
    async (service) => [service.name, await explain(service, service.url)] as const,
  )
  return Object.fromEntries(await Promise.all(entries)) as ServiceUrls
}

function introduce(
  service: SupervisedService,
  config: Parameters<SupervisedService['configure']>[0],
): Promise<void> {
  return explain(service, service.configure(config))
}

async function explain<Value>({ name }: SupervisedService, outcome: Promise<Value>): Promise<Value> {
  try {
    return await outcome
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${name} could not start: ${reason}`, { cause: error })
  }
}
