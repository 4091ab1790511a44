import { randomBytes } from 'node:crypto'
import { allOf } from '#waiting/all-of'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { OAuthFlow, type CallbackResult } from './oauth-flow.ts'
import type { UntamperedFlow } from './oauth-tampering.checks.ts'
import { handsOverToken, newOAuthFlow, type CompletedSignIn } from './provider-sign-in.ts'
import { authenticationOf } from './state.ts'

/** Whose sign-in it is, and who tampers with it. */
export interface Setting {
  readonly owner: Person
  readonly intruder: Person
  readonly scenario: Scenario
}

/** Where the tampered flows came out, and how the same went untampered. */
export interface TamperedResults {
  readonly results: readonly CallbackResult[]
  readonly control: UntamperedFlow
}

const EARLIER: UntamperedFlow = { how: 'the first time it led in', status: 302, holds: true }

/** Opens the callback of a sign-in that led in a second time. */
export async function useCallbackTwice({ owner }: Setting): Promise<TamperedResults> {
  const { flow, callback } = authenticationOf(owner).lastSignIn.get()
  return { results: [await flow.complete(callback)], control: EARLIER }
}

/** Opens a callback in another browser. */
export async function openElsewhere({ owner, intruder, scenario }: Setting): Promise<TamperedResults> {
  const { flow, callback } = await goToProvider(owner, scenario)
  const results = [await newOAuthFlow(intruder, scenario).complete(callback)]
  return { results, control: await ledIn(flow, callback, 'in the browser that began it') }
}

/** Opens a callback in a browser that has begun a sign-in of its own, and still has to come back from it. */
export async function openBesideOwn({ owner, intruder, scenario }: Setting): Promise<TamperedResults> {
  const { flow, callback } = await goToProvider(owner, scenario)
  const own = newOAuthFlow(intruder, scenario)
  await own.begin()
  const results = [await own.complete(callback)]
  return { results, control: await ledIn(flow, callback, 'in the browser that began it') }
}

/** Puts the code of a sign-in into one's own, which is under way. */
export async function putIntoOwn({ owner, intruder, scenario }: Setting): Promise<TamperedResults> {
  const { callback } = await goToProvider(owner, scenario)
  const own = newOAuthFlow(intruder, scenario)
  const state = (await own.begin()).searchParams.get('state') ?? ''
  const results = [await own.complete(changed(callback, 'state', state))]
  const honest = await goToProvider(owner, scenario)
  return { results, control: await ledIn(honest.flow, honest.callback, 'in its own') }
}

/** Opens a callback with another state, and with none. */
export async function forgeState({ owner, scenario }: Setting): Promise<TamperedResults> {
  const { flow, callback } = await goToProvider(owner, scenario)
  const forged = changed(callback, 'state', randomBytes(24).toString('base64url'))
  const state = callback.searchParams.get('state') ?? ''
  const end = state.slice(-8)
  const altered = [`${state.slice(0, -8)}${[...end].toReversed().join('')}x`, state.slice(0, -8)]
  const missing = new URL(callback)
  missing.searchParams.delete('state')
  const tried = [forged, missing, ...altered.map((other) => changed(callback, 'state', other))]
  const results = await allOf(tried.map((address) => flow.complete(address)))
  return { results, control: await ledIn(flow, callback, 'with its own state') }
}

/** Opens a callback with the authorization code of an earlier sign-in. */
export async function reuseCode({ owner, scenario }: Setting): Promise<TamperedResults> {
  const code = authenticationOf(owner).lastSignIn.get().callback.searchParams.get('code') ?? ''
  const { flow, callback } = await goToProvider(owner, scenario)
  return { results: [await flow.complete(changed(callback, 'code', code))], control: EARLIER }
}

/** Replaces the proof key's challenge on its way to the provider. */
export function substituteChallenge(setting: Setting): Promise<TamperedResults> {
  return substituteParameter(setting, 'code_challenge')
}

/** Replaces the nonce on its way to the provider. */
export function substituteNonce(setting: Setting): Promise<TamperedResults> {
  return substituteParameter(setting, 'nonce')
}

async function substituteParameter({ owner, scenario }: Setting, name: string): Promise<TamperedResults> {
  const flow = sameBrowser(owner, scenario)
  const authorization = changed(await flow.begin(), name, randomBytes(32).toString('base64url'))
  const results = [
    await flow.complete(await flow.signIn(authorization, authenticationOf(owner).identity.get())),
  ]
  const honest = await goToProvider(owner, scenario)
  return { results, control: await ledIn(honest.flow, honest.callback, 'untouched') }
}

/** Another sign-in in the same browser, which the provider knows by now. */
async function goToProvider(
  person: Person,
  scenario: Scenario,
): Promise<Pick<CompletedSignIn, 'flow' | 'callback'>> {
  const flow = sameBrowser(person, scenario)
  return { flow, callback: await flow.signIn(await flow.begin(), authenticationOf(person).identity.get()) }
}

function sameBrowser(person: Person, { target }: Scenario): OAuthFlow {
  return new OAuthFlow(authenticationOf(person).lastSignIn.get().flow.browser, target.addresses.auth)
}

/** The positive control: the same, untampered, at the same time. */
async function ledIn(flow: OAuthFlow, callback: URL, how: string): Promise<UntamperedFlow> {
  const result = await flow.complete(callback)
  const holds = handsOverToken(result)
  return { how: `${how} it ${holds ? 'led' : 'did not lead'} in`, status: result.status, holds }
}

/** An address with another parameter. */
export function changed(url: URL, parameter: string, value: string): URL {
  const other = new URL(url)
  other.searchParams.set(parameter, value)
  return other
}
