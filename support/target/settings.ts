import { z } from 'zod'
import { CAPABILITIES, type Capability } from '#contract/capabilities'
import { milliseconds, seconds, type Duration } from '#waiting/duration'
import { describeHost, REAL_STAGING, type TargetDescription } from './descriptions.ts'
import type { Environment } from './environment.ts'
import { readSetting } from './setting.ts'

/** Which platform is tested: one that is started for the run, or one that is somewhere already. */
export type TargetKind = 'local' | 'staging'

/** A platform, as far as it has to be known beforehand. */
export interface Target extends Omit<TargetDescription, 'capabilities'> {
  readonly kind: TargetKind
  readonly addresses: {
    readonly auth: string
    readonly backend: string
    readonly frontend: string
    readonly live: string
  }
  readonly simulationKey: string | undefined
  readonly signingSecret: string | undefined
  /** Who starts further backends on the same data; a local stack alone has one. */
  readonly operator: string | undefined
  /** What it offers, if it does not say so itself. */
  readonly describedCapabilities: readonly Capability[]
  /** What somebody has said by hand that it offers: that counts more than what it says of itself. */
  readonly givenCapabilities: readonly Capability[] | undefined
}

/** Nobody has started it a moment ago for this run. */
const MAY_SLEEP = seconds(30)

const Kind = z.enum(['local', 'staging']).default('local')
const Http = z.url({ protocol: /^https?$/ })
const Live = z.url({ protocol: /^wss?$/ })
const Secret = z.string().min(32)
const CapabilityList = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.enum(CAPABILITIES)))

/** Which platform `TEST_ENV` names; the local one where it names none. @throws {BadSettings} */
export function readTargetKind(environment: Environment): TargetKind {
  return readSetting(environment, 'TEST_ENV', Kind, 'say local or staging') ?? 'local'
}

/** The platform that is tested. @throws {BadSettings} naming the variable and what to do about it */
export function readTarget(environment: Environment): Target {
  const kind = readTargetKind(environment)
  const addresses = readAddresses(environment)
  const { hostname } = new URL(addresses.backend)
  const { capabilities, ...known } = describeHost(hostname)
  const advice = `name some of ${CAPABILITIES.join(', ')}`
  const given = readSetting(environment, 'STAGING_CAPABILITIES', CapabilityList, advice)
  return {
    ...known,
    wakeUp: wakeUpOf(kind, known.wakeUp),
    kind,
    addresses,
    simulationKey: readSetting(
      environment,
      'E2E_OAUTH_SIMULATION_KEY',
      z.string(),
      'take it from your secret store',
    ),
    signingSecret: readSetting(environment, 'JWT_SECRET_STAGING', Secret, 'it has at least 32 characters'),
    operator: readSetting(environment, 'LOCAL_STACK_OPERATOR', Http, 'a local stack says where it is'),
    describedCapabilities: capabilities,
    givenCapabilities: given && kind === 'staging' ? given : undefined,
  }
}

/** What is reached at this machine may be far away, behind a tunnel, and asleep. */
function wakeUpOf(kind: TargetKind, known: Duration): Duration {
  return kind === 'staging' ? milliseconds(Math.max(known.ms, MAY_SLEEP.ms)) : known
}

/** Four addresses, none derived from another. */
function readAddresses(environment: Environment): Target['addresses'] {
  const address = (name: keyof typeof REAL_STAGING, schema: z.ZodType<string>): string => {
    const given = readSetting(environment, name, schema, `it must look like ${REAL_STAGING[name]}`)
    return (given ?? REAL_STAGING[name]).replace(/\/$/, '')
  }
  return {
    auth: address('STAGING_AUTH_URL', Http),
    backend: address('STAGING_BACKEND_URL', Http),
    frontend: address('STAGING_FRONTEND_URL', Http),
    live: address('STAGING_WEBSOCKET_URL', Live),
  }
}
