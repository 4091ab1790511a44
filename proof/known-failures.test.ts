import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openStackDatabase } from '@netra/local-stack/postgres/server'
import { runSuite } from './suite.ts'
import { Variants } from './variant.ts'

const CHECK = 'AUTH-1.refusal-creates-nothing'

/** What a person lists of it. */
const listed = (expires: string): string => `
at_most: 1
known_failures:
  - { check: ${CHECK}, target: staging, reason: it is planted, issue: NET-1, owner: Ada, expires: ${expires} }
`

describe('A failure that is listed as known', () => {
  let home: string
  let server: Awaited<ReturnType<typeof openStackDatabase>>
  let variants: Variants

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'netra-known-'))
    server = await openStackDatabase(undefined)
    variants = new Variants(server.serverUrl)
  })
  after(async () => {
    await variants.end()
    await server.drop()
    await rm(home, { recursive: true })
  })

  const cases = [
    [
      'refused-registration-is-kept',
      '2999-12-31',
      'known-failure',
      0,
      /^PASSED WITH KNOWN FAILURES: 0 of 1 .+Ada\)$/,
    ],
    [
      'refused-registration-is-kept',
      '2020-12-31',
      'failed',
      1,
      /^FAILED: .+ was known to fail until 2020-12-31/,
    ],
    [
      '',
      '2999-12-31',
      'harness-error',
      3,
      /^HARNESS ERROR: AUTH-1\.refusal-creates-nothing holds now: take it off/,
    ],
  ] as const
  for (const [defect, expires, verdict, code, sentence] of cases) {
    const platform = defect ? 'a platform that has it' : 'a platform that has it not'
    it(`until ${expires} makes a run on ${platform} ${verdict}`, async ({ signal }) => {
      const [folder, knownFailures] = [join(home, 'reports'), join(home, 'known.yml')]
      await writeFile(knownFailures, listed(expires))
      const variant = await variants.start(defect)
      const { environment } = variant
      const request = {
        environment,
        scenarios: ['AUTH-1'],
        folder,
        besides: undefined,
        knownFailures,
        signal,
      }
      const outcome = await runSuite(request).finally(() => variant.stop())
      const report = async (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
      assert.equal(outcome.verdict, verdict, outcome.sentence)
      assert.match(outcome.sentence, sentence)
      assert.equal((JSON.parse(await report('verdict.json')) as { exit_code: number }).exit_code, code)
      for (const name of ['acceptance.html', 'summary.md', 'junit.xml', 'terminal.txt'])
        assert.match(await report(name), /AUTH-1\.refusal-creates-nothing/, name)
    })
  }
})
