import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { parseJson } from '#contract/json'
import { ProofPart } from '#verdict/proof-schema'

/** What the last proof beside these reports has shown: that each check can fail. */
export type LastProof = z.output<typeof ProofPart>

/** The last proof, if there is one that can be read. @param reports the folder of a run's reports */
export function readLastProof(reports: string): LastProof | undefined {
  try {
    return ProofPart.safeParse(parseJson(readFileSync(join(reports, 'proof', 'proof.json'), 'utf8'))).data
  } catch {
    return undefined
  }
}

/** What was broken on purpose and noticed by this check. */
export function defectsNoticedBy(check: string, proof: LastProof | undefined): string[] {
  const trials = proof?.trials.filter(
    ({ noticed, isSound, named }) => noticed && !isSound && named.includes(check),
  )
  return (trials ?? []).map(({ wrong }) => wrong)
}
