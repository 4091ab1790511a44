import type { Slug } from '#expect/catalogue'
import type { Phrased } from '#promises/shared/phrase-table'
import {
  forgeState,
  leadElsewhere,
  openElsewhere,
  reuseCode,
  substituteParameter,
  useCallbackTwice,
  type Setting,
  type TamperedResults,
} from './oauth-attacks.ts'
import type { TamperedFlow } from './oauth-tampering.checks.ts'
import { handsOverToken } from './provider-sign-in.ts'

/** Something that can be done to a sign-in on its way. */
export interface Tampering extends Phrased {
  readonly slug: Slug
  /** How the contract wants it refused. */
  readonly refusal: TamperedFlow['refusal']
  readonly tamper: (setting: Setting) => Promise<TamperedResults>
}

/** Every tampering that a feature may name. */
export const TAMPERINGS: readonly Tampering[] = [
  {
    phrase: 'its answer is used a second time',
    slug: 'used-answer-refused',
    refusal: 400,
    tamper: useCallbackTwice,
  },
  {
    phrase: "its answer is opened in a stranger's browser",
    slug: 'foreign-browser-refused',
    refusal: 400,
    tamper: openElsewhere,
  },
  {
    phrase: 'its answer belongs to no sign-in',
    slug: 'unknown-state-refused',
    refusal: 400,
    tamper: forgeState,
  },
  {
    phrase: 'it carries the code of an earlier one',
    slug: 'used-code-refused',
    refusal: 401,
    tamper: reuseCode,
  },
  {
    phrase: 'its proof of origin is exchanged on the way',
    slug: 'exchanged-proof-refused',
    refusal: 401,
    tamper: (setting) => substituteParameter(setting, 'code_challenge'),
  },
  {
    phrase: 'its mark of freshness is exchanged on the way',
    slug: 'exchanged-nonce-refused',
    refusal: 401,
    tamper: (setting) => substituteParameter(setting, 'nonce'),
  },
  {
    phrase: 'its way back leads elsewhere',
    slug: 'way-back-stays-home',
    refusal: 400,
    tamper: leadElsewhere,
  },
]

/** Does all of these to sign-ins of the owner's, one after the other. @throws {LostAtProvider | UnexpectedAnswer} */
export async function tamperWith(
  setting: Setting,
  tamperings: readonly Tampering[],
): Promise<TamperedFlow[]> {
  const flows: TamperedFlow[] = []
  for (const { slug, phrase, refusal, tamper } of tamperings) {
    const { results, control } = await tamper(setting)
    const outcomes = results.map((result) => ({ ...result, handsOverToken: handsOverToken(result) }))
    flows.push({ slug, what: phrase, refusal, outcomes, control })
  }
  return flows
}
