import type { Slug } from '#expect/catalogue'
import type { Phrased } from '#promises/shared/phrase-table'
import {
  forgeState,
  openBesideOwn,
  openElsewhere,
  putIntoOwn,
  reuseCode,
  substituteChallenge,
  substituteNonce,
  useCallbackTwice,
  type Setting,
  type TamperedResults,
} from './oauth-attacks.ts'
import { leadElsewhere, nameOtherProvider } from './oauth-starts.ts'
import type { TamperedFlow } from './oauth-tampering.checks.ts'
import { handsOverToken } from './provider-sign-in.ts'

/** Something that can be done to a sign-in on its way. */
interface Tampering extends Phrased {
  readonly slug: Slug
  /** How the contract wants it refused. */
  readonly refusal: TamperedFlow['refusal']
  readonly tamper: (setting: Setting) => Promise<TamperedResults>
}

/** Every tampering that a feature may name. */
export const TAMPERINGS: readonly Tampering[] = [
  tampering('used-answer-refused', 400, 'its answer is used a second time', useCallbackTwice),
  tampering('foreign-browser-refused', 400, "its answer is opened in a stranger's browser", openElsewhere),
  tampering(
    'stranger-under-way-refused',
    400,
    'a stranger opens its answer beside one of his own',
    openBesideOwn,
  ),
  tampering(
    'code-in-foreign-sign-in-refused',
    401,
    'a stranger puts its code into one of his own',
    putIntoOwn,
  ),
  tampering('other-provider-refused', 400, 'it is to be at a provider that there is not', nameOtherProvider),
  tampering('unknown-state-refused', 400, 'its answer belongs to no sign-in', forgeState),
  tampering('used-code-refused', 401, 'it carries the code of an earlier one', reuseCode),
  tampering(
    'exchanged-proof-refused',
    401,
    'its proof of origin is exchanged on the way',
    substituteChallenge,
  ),
  tampering('exchanged-nonce-refused', 401, 'its mark of freshness is exchanged on the way', substituteNonce),
  tampering('way-back-stays-home', 400, 'its way back leads elsewhere', leadElsewhere),
]

function tampering(
  slug: Slug,
  refusal: Tampering['refusal'],
  phrase: string,
  tamper: Tampering['tamper'],
): Tampering {
  return { slug, refusal, phrase, tamper }
}

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
