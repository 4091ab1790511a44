import type { CheckId } from '#expect/catalogue'
import type { TamperedFlow } from './oauth-tampering.checks.ts'
import { handsOverSomething } from './provider-sign-in.ts'
import {
  substituteParameter,
  forgeState,
  leadElsewhere,
  openElsewhere,
  reuseCode,
  useAnswerTwice,
  type Setting,
  type Tampered,
} from './oauth-attacks.ts'

interface Tampering {
  readonly id: CheckId
  /** As the feature calls it. */
  readonly phrase: string
  readonly refusal: TamperedFlow['refusal']
  readonly tamper: (setting: Setting) => Promise<Tampered>
}

const TAMPERINGS: readonly Tampering[] = [
  {
    id: 'AUTH-2.used-answer-refused',
    phrase: 'its answer is used a second time',
    refusal: 400,
    tamper: useAnswerTwice,
  },
  {
    id: 'AUTH-2.foreign-browser-refused',
    phrase: "its answer is opened in a stranger's browser",
    refusal: 400,
    tamper: openElsewhere,
  },
  {
    id: 'AUTH-2.unknown-state-refused',
    phrase: 'its answer belongs to no sign-in',
    refusal: 400,
    tamper: forgeState,
  },
  {
    id: 'AUTH-2.used-code-refused',
    phrase: 'it carries the code of an earlier one',
    refusal: 401,
    tamper: reuseCode,
  },
  {
    id: 'AUTH-2.exchanged-proof-refused',
    phrase: 'its proof of origin is exchanged on the way',
    refusal: 401,
    tamper: (setting) => substituteParameter(setting, 'code_challenge'),
  },
  {
    id: 'AUTH-2.exchanged-nonce-refused',
    phrase: 'its mark of freshness is exchanged on the way',
    refusal: 401,
    tamper: (setting) => substituteParameter(setting, 'nonce'),
  },
  {
    id: 'AUTH-2.way-back-stays-home',
    phrase: 'its way back leads elsewhere',
    refusal: 400,
    tamper: leadElsewhere,
  },
]

/** Does all of these to sign-ins of the owner's. @param phrases as the feature calls them */
export async function tamperWith(setting: Setting, phrases: readonly string[]): Promise<TamperedFlow[]> {
  if (!setting.scenario.offers.has('oauth-google')) return []
  const trips: TamperedFlow[] = []
  for (const phrase of phrases) {
    const tampering = TAMPERINGS.find((candidate) => candidate.phrase === phrase)
    if (!tampering) throw new Error(`"${phrase}" is no tampering that is known here`)
    const { landings, control } = await tampering.tamper(setting)
    const outcomes = landings.map((landing) => ({ ...landing, handsOver: handsOverSomething(landing) }))
    const { id, refusal } = tampering
    trips.push({ id, what: phrase, refusal, outcomes, control })
  }
  return trips
}

export const TAMPERING_IDS = TAMPERINGS.map(({ id }) => id)
