import { randomBytes } from 'node:crypto'
import type { TamperedFlow } from './oauth-tampering.checks.ts'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import {
  COMPLETED_TRIP,
  handsOverSomething,
  newOAuthFlow,
  PROVIDER_IDENTITY,
  sessionFrom,
} from './provider-sign-in.ts'
import { OAuthFlow, type CallbackResult } from './oauth-flow.ts'

/** Whose sign-in it is, and who tampers with it. */
export interface Setting {
  readonly owner: Person
  readonly intruder: Person
  readonly scenario: Scenario
}

/** Where the tampered sign-ins came out, and how the same went untampered. */
export interface Tampered {
  readonly landings: readonly CallbackResult[]
  readonly control: TamperedFlow['control']
}

export async function useAnswerTwice({ owner }: Setting): Promise<Tampered> {
  const { trip, callback, session } = owner.memory.recall(COMPLETED_TRIP)
  return {
    landings: [await trip.complete(callback)],
    control: { holds: true, text: `the first time it led in as ${session.userId}` },
  }
}

export async function openElsewhere({ owner, intruder, scenario }: Setting): Promise<Tampered> {
  const { trip, callback } = await goToProvider(owner, scenario)
  const landing = await newOAuthFlow(intruder, scenario).complete(callback)
  return { landings: [landing], control: await ledIn(trip, callback, 'in the browser that began it') }
}

export async function forgeState({ owner, scenario }: Setting): Promise<Tampered> {
  const { trip, callback } = await goToProvider(owner, scenario)
  const forged = changed(callback, 'state', randomBytes(24).toString('base64url'))
  const missing = new URL(callback)
  missing.searchParams.delete('state')
  const landings = [await trip.complete(forged), await trip.complete(missing)]
  return { landings, control: await ledIn(trip, callback, 'with its own state') }
}

export async function reuseCode({ owner, scenario }: Setting): Promise<Tampered> {
  const earlier = owner.memory.recall(COMPLETED_TRIP)
  const { trip, callback } = await goToProvider(owner, scenario)
  const code = earlier.callback.searchParams.get('code') ?? ''
  const landing = await trip.complete(changed(callback, 'code', code))
  const text = `the first time it led in as ${earlier.session.userId}`
  return { landings: [landing], control: { holds: true, text } }
}

export async function substituteParameter(
  { owner, scenario }: Setting,
  parameter: string,
): Promise<Tampered> {
  const trip = sameBrowser(owner, scenario)
  const authorization = changed(await trip.begin(), parameter, randomBytes(32).toString('base64url'))
  const landing = await trip.complete(
    await trip.signIn(authorization, owner.memory.recall(PROVIDER_IDENTITY)),
  )
  const honest = await goToProvider(owner, scenario)
  return { landings: [landing], control: await ledIn(honest.trip, honest.callback, 'untouched') }
}

export async function leadElsewhere({ owner, scenario }: Setting): Promise<Tampered> {
  const { frontend } = scenario.target.addresses
  const { host } = new URL(frontend)
  const elsewhere = [
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    `https://${host}@elsewhere.example/`,
    `${frontend}.elsewhere.example/`,
    'javascript:alert(1)',
  ]
  const trip = newOAuthFlow(owner, scenario)
  const landings: CallbackResult[] = []
  for (const address of elsewhere) landings.push(await trip.complete(trip.startUrl(address)))
  const home = await trip.complete(trip.startUrl(`${frontend}/conversations`))
  return { landings, control: { holds: home.status === 302, text: `the way home: ${home.status}` } }
}

/** Another sign-in in the same browser, which the provider knows by now. */
async function goToProvider(person: Person, scenario: Scenario): Promise<{ trip: OAuthFlow; callback: URL }> {
  const trip = sameBrowser(person, scenario)
  const callback = await trip.signIn(await trip.begin(), person.memory.recall(PROVIDER_IDENTITY))
  return { trip, callback }
}

function sameBrowser({ memory }: Person, { target }: Scenario): OAuthFlow {
  return new OAuthFlow(memory.recall(COMPLETED_TRIP).trip.browser, target.addresses.auth)
}

/** The positive control: the same, untampered, at the same time. */
async function ledIn(trip: OAuthFlow, callback: URL, how: string): Promise<Tampered['control']> {
  const landing = await trip.complete(callback)
  if (!handsOverSomething(landing))
    return { holds: false, text: `${how} it did not lead in: ${landing.status}` }
  return { holds: true, text: `${how} it led in as ${sessionFrom(landing).userId}` }
}

function changed(url: URL, parameter: string, value: string): URL {
  const other = new URL(url)
  other.searchParams.set(parameter, value)
  return other
}
