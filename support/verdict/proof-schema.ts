import { z } from 'zod'

const Count = z.int().min(0)
const Names = z.array(z.string())

const Trial = z.object({
  id: z.string(),
  wrong: z.string().describe('what is wrong with the platform, or how it differs, in one sentence'),
  reference: z.string().describe('where it is promised otherwise'),
  isSound: z.literal(true).optional().describe('it is no defect, and was to be accused of nothing'),
  noticed: z.boolean().describe('of a defect: noticed as named; of a sound platform: judged as is due'),
  tried: z.boolean(),
  isSecond: z.literal(true).optional().describe('noticed only when it was tried alone'),
  seconds: z.number().min(0).optional(),
  told: z.string().describe('in one line: what was seen, or what is not as it should be'),
  named: Names.describe('checks that have to go red, each for its reason'),
  red: Names.describe('checks that went red; a trial ends when those that are named have spoken'),
})

const Row = z.object({ named: Names, besides: Names })

/** What `proof.json` says of a proof; published as `docs/proof.schema.json`. */
export const ProofFile = z
  .object({
    commit: z.string().describe('of the suite; a word where there is no git'),
    isWhole: z.boolean().describe('every defect was planted, here or in the other shards'),
    isQuick: z.boolean().describe('as many were planted as show every check to fail'),
    shard: z.object({ index: Count, total: Count }).optional(),
    proved: z.boolean(),
    passed: Count.describe('trials, and runs of the undamaged platform, that came out as is due'),
    failed: Count,
    seconds: Count,
    defects: Count,
    noticed: Count,
    sound: Count.describe('platforms that differ without being broken'),
    accused: Count.describe('those of them that were not judged as is due'),
    faults: Names.describe('why it is not proved'),
    undamaged: Names.describe('what is not as it should be with the undamaged platform'),
    checks: Names.describe('every check that the undamaged platform was looked at with'),
    trials: z.array(Trial),
    matrix: z
      .record(z.string(), Row)
      .describe('for each check, the defects that it had to notice, and those that turned it red besides'),
  })
  .describe('Which broken platforms the Netra acceptance suite notices, and by which check, for programs')

/** The part of it that reports are made of: an earlier suite has written it, too. */
export const ProofPart = ProofFile.pick({
  ...{ commit: true, isWhole: true, checks: true },
  ...{ defects: true, noticed: true, sound: true, accused: true },
}).extend({
  trials: z.array(
    Trial.pick({
      ...{ id: true, wrong: true, noticed: true, told: true },
      ...{ named: true, red: true, isSound: true },
    }),
  ),
})

/** The schema of `proof.json` for other programs. Fields that it does not know may be there. */
export function proofJsonSchema(): object {
  return { title: 'proof.json', ...z.toJSONSchema(ProofFile, { io: 'input' }) }
}
