import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { z } from 'zod'
import { RUN_KINDS } from '#testing/run-kinds'
import { runRecord, scenarioRecord } from '#testing/run-record'
import { conclude, type RunRecord } from '#verdict/conclusion'
import { VerdictFile } from '#verdict/verdict-schema'
import { toVerdictFile } from './verdict-file.ts'

const HEALTH: RunRecord['health'] = {
  ...{ healthy: true, capabilities: ['tool-events'], skewMs: 3.7 },
  services: [
    {
      ...{ service: 'auth', address: 'http://a.example', state: 'healthy', answer: '200', waitedMs: 2.2 },
      ...{ version: '1.2.0', uptime: { seconds: 3, at: 1_795_000_000_000 } },
    },
  ],
}
const RUNS: Readonly<Record<string, RunRecord>> = {
  ...Object.fromEntries(Object.entries(RUN_KINDS).map(([kind, [record]]) => [kind, record])),
  'of a target that is known': runRecord([scenarioRecord()], { health: HEALTH }),
  'in which a scenario never came to its end': runRecord([scenarioRecord({ outcome: undefined })]),
}

const published = z.fromJSONSchema(
  JSON.parse(readFileSync('docs/verdict.schema.json', 'utf8')) as Parameters<typeof z.fromJSONSchema>[0],
)

/** As another program reads it. */
const written = (record: RunRecord): VerdictFile =>
  JSON.parse(JSON.stringify(toVerdictFile(record, conclude(record)))) as VerdictFile

describe('verdict.json', () => {
  for (const [kind, record] of Object.entries(RUNS)) {
    it(`says what the schema has, and nothing besides, of a run ${kind}`, () => {
      expect(VerdictFile.parse(written(record))).to.deep.equal(written(record))
      expect(published.safeParse(written(record)).error).to.equal(undefined)
    })

    it(`spells names in one way in a run ${kind}`, () => {
      expect(namesIn(written(record)).filter((name) => !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name))).to.deep.equal(
        [],
      )
    })
  }

  it('is not what the schema has where a field is missing, or of another type', () => {
    const right = written(runRecord([scenarioRecord()]))
    for (const more of [{ sentence: undefined }, { sentence: 7 }, { schema_version: 2 }]) {
      const wrong = { ...right, ...more }
      expect(published.safeParse(wrong).success).to.equal(false)
      expect(VerdictFile.safeParse(wrong).success).to.equal(false)
    }
  })
})

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  return [...Object.keys(value), ...Object.values(value).flatMap(namesIn)]
}
