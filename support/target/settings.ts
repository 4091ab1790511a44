import { z } from 'zod'
import { CAPABILITIES, type Capability } from '#contract/capabilities'
import { milliseconds, seconds, type Duration } from '#waiting/duration'
import { HttpAddress, isProduction, LiveAddress } from './address.ts'
import { describeDeployment, EdgeSetting, type TargetDescription } from './descriptions.ts'
import { BadSettings, type Environment } from './environment.ts'
import { readNetwork, type Network } from './network.ts'
import { readSetting } from './setting.ts'
import { findTargetFile, type TargetFile } from './target-file.ts'

/** Which platform is tested: one that is started for the run, or one that is somewhere already. */
export type TargetKind = 'local' | 'staging'

/** A platform, as far as it has to be known beforehand. */
export interface Target extends TargetDescription {
  readonly kind: TargetKind
  /** As `TEST_ENV` names it. */
  readonly name: string
  /** In words. */
  readonly title: string
  readonly addresses: {
    readonly auth: string
    readonly backend: string
    readonly frontend: string
    readonly live: string
  }
  readonly network: Network
  readonly simulationKey: string | undefined
  readonly signingSecret: string | undefined
  /** Who starts further backends on the same data; a local stack alone has one. */
  readonly operator: string | undefined
  /** What somebody has said by hand that it offers: that counts more than what it says of itself. */
  readonly givenCapabilities: readonly Capability[] | undefined
}

/** Nobody has started it a moment ago for this run. */
const MAY_SLEEP = seconds(30)

const Secret = z.string().min(32)
/** With what opens it. */
const Operator = z.url({ protocol: /^http$/ })
const CapabilityList = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.enum(CAPABILITIES)))

/** Where each service is set by hand, and what that looks like. */
const ADDRESSES = {
  auth: ['STAGING_AUTH_URL', HttpAddress, 'https://auth.example'],
  backend: ['STAGING_BACKEND_URL', HttpAddress, 'https://api.example'],
  frontend: ['STAGING_FRONTEND_URL', HttpAddress, 'https://app.example'],
  live: ['STAGING_WEBSOCKET_URL', LiveAddress, 'wss://api.example/ws'],
} as const
type Part = keyof typeof ADDRESSES

/** The target that `TEST_ENV` names; the local one where it names none. */
export function targetName(environment: Environment): string {
  return environment['TEST_ENV'] || 'local'
}

/** Whether it has to be started first. @throws {BadSettings} where there is no such target */
export function readTargetKind(environment: Environment): TargetKind {
  return fileOf(environment).started ? 'local' : 'staging'
}

/** The platform that is tested. @throws {BadSettings} naming the variable and what to do about it */
export function readTarget(environment: Environment): Target {
  const file = fileOf(environment)
  const kind = file.started ? 'local' : 'staging'
  const addresses = readAddresses(environment, file)
  const { hostname } = new URL(addresses.backend)
  const known = describeDeployment(file, hostname)
  const advice = `name some of ${CAPABILITIES.join(', ')}`
  const given = readSetting(environment, 'STAGING_CAPABILITIES', CapabilityList, advice)
  const edge = readSetting(environment, 'STAGING_EDGE', EdgeSetting, 'it must look like 1000/100')
  return {
    ...known,
    edgeLimits: edge ?? known.edgeLimits,
    wakeUp: file.patience['wake-up'] ?? wakeUpOf(kind, known.wakeUp),
    kind,
    name: targetName(environment),
    title: file.title,
    addresses,
    network: readNetwork(environment, Object.values(addresses)),
    ...readSecrets(environment),
    operator: readSetting(environment, 'LOCAL_STACK_OPERATOR', Operator, 'a local stack says where it is'),
    givenCapabilities: given && kind === 'staging' ? given : undefined,
  }
}

function readSecrets(environment: Environment): Pick<Target, 'simulationKey' | 'signingSecret'> {
  const advice = 'take it from your secret store'
  return {
    simulationKey: readSetting(environment, 'E2E_OAUTH_SIMULATION_KEY', z.string(), advice),
    signingSecret: readSetting(environment, 'JWT_SECRET_STAGING', Secret, 'it has at least 32 characters'),
  }
}

function fileOf(environment: Environment): TargetFile {
  return findTargetFile(targetName(environment), environment['STAGING_BACKEND_URL'] || undefined)
}

/** What is reached at this machine may be far away, behind a tunnel, and asleep. */
function wakeUpOf(kind: TargetKind, known: Duration): Duration {
  return kind === 'staging' ? milliseconds(Math.max(known.ms, MAY_SLEEP.ms)) : known
}

/** Four addresses, none derived from another. */
function readAddresses(environment: Environment, file: TargetFile): Target['addresses'] {
  return {
    auth: readAddress(environment, file, 'auth'),
    backend: readAddress(environment, file, 'backend'),
    frontend: readAddress(environment, file, 'frontend'),
    live: readAddress(environment, file, 'live'),
  }
}

/** What is set by hand goes before what a file says. */
function readAddress(environment: Environment, { addresses, started }: TargetFile, part: Part): string {
  const [name, schema, example] = ADDRESSES[part]
  const advice = `it must look like ${example}, without a user name, a password or a query`
  const address = readSetting(environment, name, schema, advice) ?? addresses?.[part]
  if (address !== undefined && isProduction(address))
    throw new BadSettings(
      `the ${part} address is that of production, where nothing is ever tried out: correct ${name}`,
    )
  if (address !== undefined) return address
  if (started) return NOT_STARTED[part]
  throw new BadSettings(`${name} is not set: set all four addresses (see .env.example)`)
}

/** Before a platform is started, nothing is anywhere. */
const NOT_STARTED: Readonly<Record<Part, string>> = {
  ...{ auth: 'http://127.0.0.1:1', backend: 'http://127.0.0.1:2' },
  ...{ frontend: 'http://127.0.0.1:3', live: 'ws://127.0.0.1:2/ws' },
}
