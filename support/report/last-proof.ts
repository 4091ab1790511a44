import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '#contract/json'

const Proof = z.object({
  commit: z.string(),
  defects: z.number(),
  noticed: z.number(),
  sound: z.number(),
  accused: z.number(),
  isWhole: z.boolean(),
  checks: z.array(z.string()),
  trials: z.array(
    z.object({
      id: z.string(),
      wrong: z.string(),
      noticed: z.boolean(),
      told: z.string(),
      named: z.array(z.string()),
      red: z.array(z.string()),
      isSound: z.boolean().optional(),
    }),
  ),
})

/** What the last proof beside these reports has shown: that each check can fail. */
export type LastProof = z.output<typeof Proof>

/** The last proof, if there is one that can be read. @param reports the folder of a run's reports */
export function readLastProof(reports: string): LastProof | undefined {
  try {
    return Proof.safeParse(parseJson(readFileSync(join(reports, 'proof', 'proof.json'), 'utf8'))).data
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
