import { randomBytes } from 'node:crypto'
import type { CheckId } from '#expect/catalogue'
import type { TamperedTrip } from '#expect/provider-abuse'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import {
  COMPLETED_TRIP,
  handsOverSomething,
  newTrip,
  PROVIDER_IDENTITY,
  sessionFrom,
} from './provider-sign-in.ts'
import { ProviderTrip, type Landing } from './provider-trip.ts'

/** What a tampering needs: whose sign-in it is, and who tampers. */
interface Setting {
  readonly owner: Person
  readonly intruder: Person
  readonly scenario: Scenario
}

interface Tampering {
  readonly id: CheckId
  /** As the feature calls it. */
  readonly phrase: string
  readonly tamper: (setting: Setting) => Promise<{ landings: readonly Landing[]; control: string }>
}

const TAMPERINGS: readonly Tampering[] = [
  { id: 'AUTH-2.used-answer-refused', phrase: 'its answer is used a second time', tamper: useAnswerTwice },
  {
    id: 'AUTH-2.foreign-browser-refused',
    phrase: "its answer is opened in a stranger's browser",
    tamper: openElsewhere,
  },
  { id: 'AUTH-2.unknown-state-refused', phrase: 'its answer belongs to no sign-in', tamper: forgeState },
  { id: 'AUTH-2.used-code-refused', phrase: 'it carries the code of an earlier one', tamper: reuseCode },
  {
    id: 'AUTH-2.exchanged-proof-refused',
    phrase: 'its proof of origin is exchanged on the way',
    tamper: (setting) => exchange(setting, 'code_challenge'),
  },
  {
    id: 'AUTH-2.exchanged-nonce-refused',
    phrase: 'its mark of freshness is exchanged on the way',
    tamper: (setting) => exchange(setting, 'nonce'),
  },
  { id: 'AUTH-2.way-back-stays-home', phrase: 'its way back leads elsewhere', tamper: leadElsewhere },
]

/** Does all of these to sign-ins of the owner's. @param phrases as the feature calls them */
export async function tamperWith(setting: Setting, phrases: readonly string[]): Promise<TamperedTrip[]> {
  if (!setting.scenario.offers.has('oauth-google')) return []
  const trips: TamperedTrip[] = []
  for (const phrase of phrases) {
    const tampering = TAMPERINGS.find((candidate) => candidate.phrase === phrase)
    if (!tampering) throw new Error(`"${phrase}" is no tampering that is known here`)
    const { landings, control } = await tampering.tamper(setting)
    const outcomes = landings.map((landing) => ({ ...landing, handsOver: handsOverSomething(landing) }))
    trips.push({ id: tampering.id, what: phrase, outcomes, control })
  }
  return trips
}

export const TAMPERING_IDS = TAMPERINGS.map(({ id }) => id)

async function useAnswerTwice({ owner }: Setting): ReturnType<Tampering['tamper']> {
  const { trip, callback, session } = owner.memory.recall(COMPLETED_TRIP)
  return {
    landings: [await trip.complete(callback)],
    control: `the first time it led in as ${session.userId}`,
  }
}

async function openElsewhere({ owner, intruder, scenario }: Setting): ReturnType<Tampering['tamper']> {
  const { trip, callback } = await goToProvider(owner, scenario)
  const landing = await newTrip(intruder, scenario).complete(callback)
  return { landings: [landing], control: await ledIn(trip, callback, 'in the browser that began it') }
}

async function forgeState({ owner, scenario }: Setting): ReturnType<Tampering['tamper']> {
  const { trip, callback } = await goToProvider(owner, scenario)
  const forged = changed(callback, 'state', randomBytes(24).toString('base64url'))
  const missing = new URL(callback)
  missing.searchParams.delete('state')
  const landings = [await trip.complete(forged), await trip.complete(missing)]
  return { landings, control: await ledIn(trip, callback, 'with its own state') }
}

async function reuseCode({ owner, scenario }: Setting): ReturnType<Tampering['tamper']> {
  const earlier = owner.memory.recall(COMPLETED_TRIP)
  const { trip, callback } = await goToProvider(owner, scenario)
  const code = earlier.callback.searchParams.get('code') ?? ''
  const landing = await trip.complete(changed(callback, 'code', code))
  return { landings: [landing], control: `the first time it led in as ${earlier.session.userId}` }
}

async function exchange({ owner, scenario }: Setting, parameter: string): ReturnType<Tampering['tamper']> {
  const trip = sameBrowser(owner, scenario)
  const authorization = changed(await trip.begin(), parameter, randomBytes(32).toString('base64url'))
  const landing = await trip.complete(
    await trip.signIn(authorization, owner.memory.recall(PROVIDER_IDENTITY)),
  )
  const honest = await goToProvider(owner, scenario)
  return { landings: [landing], control: await ledIn(honest.trip, honest.callback, 'untouched') }
}

async function leadElsewhere({ owner, scenario }: Setting): ReturnType<Tampering['tamper']> {
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
  const trip = newTrip(owner, scenario)
  const landings: Landing[] = []
  for (const address of elsewhere) landings.push(await trip.complete(trip.startUrl(address)))
  const home = await trip.complete(trip.startUrl(`${frontend}/conversations`))
  return { landings, control: `the way home is taken: ${home.status}` }
}

/** Another sign-in in the same browser, which the provider knows by now. */
async function goToProvider(
  person: Person,
  scenario: Scenario,
): Promise<{ trip: ProviderTrip; callback: URL }> {
  const trip = sameBrowser(person, scenario)
  const callback = await trip.signIn(await trip.begin(), person.memory.recall(PROVIDER_IDENTITY))
  return { trip, callback }
}

function sameBrowser({ memory }: Person, { target }: Scenario): ProviderTrip {
  return new ProviderTrip(memory.recall(COMPLETED_TRIP).trip.browser, target.addresses.auth)
}

/** The positive control: the same, untampered, at the same time. @throws {UnexpectedAnswer} */
async function ledIn(trip: ProviderTrip, callback: URL, how: string): Promise<string> {
  return `${how} it led in as ${sessionFrom(await trip.complete(callback)).userId}`
}

function changed(url: URL, parameter: string, value: string): URL {
  const other = new URL(url)
  other.searchParams.set(parameter, value)
  return other
}
