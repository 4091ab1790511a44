import type { Capability } from '#contract/capabilities'
import type { Health, RunAbort } from '#target/run-context'
import type { TargetSignIn } from '#target/sign-in'
import type { Certificate } from './certificate.ts'

/** One thing that can be set. */
export interface SettingFound {
  readonly name: string
  /** By hand (in the environment or in `.env`), in the target's file, or nowhere. */
  readonly setIn: 'by hand' | 'file' | 'nowhere'
  /** Whether a run cannot do without it. */
  readonly isNeeded: boolean
  /** As far as it may be shown. */
  readonly shown: string
}

/** One service of the platform, or its live line. */
export interface ServiceFound {
  readonly service: string
  readonly address: string
  readonly state: Health['services'][number]['state'] | 'its-own' | 'unknown'
  /** What it calls itself, and in which version. */
  readonly says: string
  /** How far its clock is ahead of ours, where it tells the time. */
  readonly skewMs: number | undefined
  readonly certificate: Certificate | undefined
  readonly byProxy: boolean
  readonly answer: string
}

/** One way to be signed in. */
export interface WayInFound {
  readonly method: TargetSignIn
  readonly state: 'serves' | 'refused' | 'absent' | 'unknown' | 'untried'
  readonly answer: string
}

/** One thing that a platform may offer. */
export interface CapabilityFound {
  readonly name: Capability
  readonly offered: boolean
  readonly demanded: boolean
  /** By what this is known. */
  readonly how: string
}

/** Everything that can be said of a target before a run. */
export interface Diagnosis {
  readonly target: string
  readonly title: string
  readonly settings: readonly SettingFound[]
  readonly services: readonly ServiceFound[]
  readonly ways: readonly WayInFound[]
  readonly capabilities: readonly CapabilityFound[]
  /** Routes of the contract that are not there. */
  readonly absent: readonly string[]
  /** Differences that were known until a day that is over. */
  readonly expired: readonly string[]
  /** 0: a run makes sense; 3: something that was set is wrong; 4: the target is. */
  readonly exitCode: 0 | 3 | 4
  /** One sentence. */
  readonly finding: string
  /** The one thing to do next. */
  readonly next: string
}

/** What there is to be said in the end. */
export type Advice = Pick<Diagnosis, 'exitCode' | 'finding' | 'next'>

/** What somebody has to do about something that was set. */
export function correct(finding: string): Advice {
  const [, name = 'the setting'] = /^([A-Z][A-Z0-9_]+) /.exec(finding) ?? []
  return { exitCode: 3, finding, next: `correct ${name}, then npm run doctor again` }
}

/** What somebody has to do, by the first thing that keeps a run from making sense. */
export function adviseFor(
  { target, services, ways }: Pick<Diagnosis, 'target' | 'services' | 'ways'>,
  fault: RunAbort | undefined,
): Advice {
  const ill = services.find(({ state }) => ['down', 'unhealthy', 'misrouted'].includes(state))
  if (ill && ill.service !== 'live') return mend(ill)
  if (fault?.verdict === 'harness-error') return correct(fault.reason)
  if (ill) return mend(ill)
  if (!ways.some(({ state }) => state === 'serves')) {
    const finding = `nobody can be signed in: ${ways.map(({ method, answer }) => `${method}: ${answer || 'not set'}`).join('; ')}`
    return { exitCode: 4, finding, next: 'set E2E_OAUTH_SIMULATION_KEY, or see why the registration refuses' }
  }
  const command = target === 'local' ? 'npx cucumber-js' : `TEST_ENV=${target} npx cucumber-js`
  return { exitCode: 0, finding: 'a run makes sense', next: command }
}

const VARIABLES: Readonly<Record<string, string>> = {
  ...{ auth: 'STAGING_AUTH_URL', backend: 'STAGING_BACKEND_URL' },
  ...{ frontend: 'STAGING_FRONTEND_URL', live: 'STAGING_WEBSOCKET_URL' },
}

function mend(ill: ServiceFound): Advice {
  const { service, state, address, says, answer } = ill
  const finding = `${service} is ${state} at ${address}: ${says || answer}`
  return { exitCode: 4, finding, next: howToMend(ill) }
}

function howToMend({ service, state, address, certificate, byProxy }: ServiceFound): string {
  const { host } = new URL(address)
  const variable = VARIABLES[service] ?? 'its address'
  if (certificate?.fault !== undefined)
    return `name the certificate of who vouches for ${host} in NODE_EXTRA_CA_CERTS (${certificate.fault})`
  if (state === 'misrouted') return `correct ${variable}: something else answers there`
  if (byProxy) return `see whether the proxy lets you through to ${host}; else name it in NO_PROXY`
  return state === 'unhealthy'
    ? `wait until ${service} is well: it answers that it is not`
    : `start ${service}, or correct ${variable}`
}
