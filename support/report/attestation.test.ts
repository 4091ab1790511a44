import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { z } from 'zod'
import { RUN_KINDS } from '#testing/run-kinds'
import { conclude, type RunRecord } from '#verdict/conclusion'
import { Manifest } from '#verdict/manifest'
import { describeAttestation } from './attestation.ts'
import { describeManifest } from './evidence-manifest.ts'

const Digest = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const Resource = z.object({ name: z.string().min(1), annotations: z.record(z.string(), z.string()) }).strict()

/** As https://github.com/in-toto/attestation has Statement v1 and the predicate test-result v0.1. */
const Statement = z
  .object({
    _type: z.literal('https://in-toto.io/Statement/v1'),
    subject: z.array(z.object({ name: z.string().min(1), digest: Digest }).strict()).nonempty(),
    predicateType: z.literal('https://in-toto.io/attestation/test-result/v0.1'),
    predicate: z
      .object({
        result: z.enum(['PASSED', 'WARNED', 'FAILED']),
        configuration: z.array(Resource),
        ...{ passedTests: z.array(z.string()), warnedTests: z.array(z.string()) },
        failedTests: z.array(z.string()),
      })
      .strict(),
  })
  .strict()

const attest = (record: RunRecord): z.output<typeof Statement> =>
  Statement.parse(JSON.parse(JSON.stringify(describeAttestation(record, conclude(record)))))

describe('The attestation of a run', () => {
  for (const [kind, [record]] of Object.entries(RUN_KINDS)) {
    it(`is a statement of its test results, when it is ${kind}`, () => {
      const { predicate, subject } = attest(record)
      const { passedTests, warnedTests, failedTests, result } = predicate
      const ids = record.scenarios.map(({ id }) => id)
      expect([...passedTests, ...warnedTests, ...failedTests]).to.have.members(ids)
      expect(result === 'FAILED').to.equal(conclude(record).exitCode !== 0)
      const sha256 = createHash('sha256').update(describeManifest(record)).digest('hex')
      expect(subject).to.deep.equal([{ name: 'evidence/manifest.json', digest: { sha256 } }])
    })

    it(`rests on a manifest that is as agreed, when it is ${kind}`, () => {
      const manifest: unknown = JSON.parse(describeManifest(record))
      expect(Manifest.parse(manifest)).to.deep.equal(manifest)
    })
  }
})
