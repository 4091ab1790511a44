import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { Recorder } from '#evidence/recorder'
import { exchange } from '#testing/exchange'
import { MANIFEST_VERSION, type Manifest } from '#verdict/manifest'
import { findTampering, readManifest } from './integrity.ts'
import { judgeAgain } from './second-judgement.ts'

const LEAK = 'ALWAYS.nothing-foreign-shows'
const OWNERSHIP = [
  { person: 'Asha', value: 'marker-of-asha-0001' },
  { person: 'Bo', value: 'marker-of-bo-000002' },
]

interface Shown {
  readonly asha: string
  readonly status?: 'passed' | 'failed'
  readonly subject?: string
}

/** The evidence of a scenario in which Asha was shown something. */
function evidenceOf(test: TestContext, { asha, status = 'passed', subject }: Shown): [string, Manifest] {
  const folder = mkdtempSync(join(tmpdir(), 'netra-test-'))
  test.after(() => rmSync(folder, { recursive: true }))
  const recorder = new Recorder(() => subject)
  const title = (text: string): string => JSON.stringify({ title: text })
  recorder.exchange(exchange({ number: 1, body: title('marker-of-asha-0001') }))
  recorder.exchange(exchange({ number: 2, body: title(asha) }))
  const exhibits = recorder.seal(join(folder, 'ISO-1'), { 'ownership.json': JSON.stringify(OWNERSHIP) })
  const checks = [LEAK, 'ALWAYS.no-secret-shows'].map((id) => ({
    id,
    status: id === LEAK ? status : 'passed',
  }))
  const manifest = {
    schema_version: MANIFEST_VERSION,
    run: { id: 'r1', started_at: '2026-11-30T08:00:00.000Z', target: 'local' },
    files: Object.fromEntries(exhibits.map(({ name, sha256 }) => [`ISO-1/${name}`, sha256])),
    scenarios: [{ id: 'ISO-1', checks }],
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  return [folder, readManifest(folder)]
}

const judge = (folder: string, manifest: Manifest): ReturnType<typeof judgeAgain> =>
  judgeAgain(folder, manifest.scenarios[0] ?? { id: '', checks: [] })

describe('Evidence that is judged again', () => {
  it('is green again, and names what cannot be judged again', (test) => {
    const { results, notAgain, otherwise } = judge(...evidenceOf(test, { asha: 'marker-of-asha-0001' }))
    expect(results.map(({ id, status }) => [id, status])).to.deep.equal([[LEAK, 'passed']])
    expect(notAgain).to.deep.equal(['ALWAYS.no-secret-shows'])
    expect(otherwise).to.deep.equal([])
  })

  it('is red again where somebody was shown what is another one’s, and it is a leak', (test) => {
    const { results, otherwise } = judge(
      ...evidenceOf(test, { asha: 'marker-of-bo-000002', status: 'failed' }),
    )
    expect(results[0]).to.include({ status: 'failed', leak: true })
    expect(results[0]).to.have.property('observed').that.includes("which is Bo's")
    expect(otherwise).to.deep.equal([])
  })

  it('knows in whose name somebody spoke, though the token is withheld', (test) => {
    const shown = { asha: 'marker-of-bo-000002', subject: 'marker-of-bo-000002' }
    expect(judge(...evidenceOf(test, shown)).results[0]).to.include({ status: 'passed' })
  })

  it('says what comes out otherwise than in the run', (test) => {
    const { otherwise } = judge(...evidenceOf(test, { asha: 'marker-of-bo-000002' }))
    expect(otherwise).to.deep.equal([`${LEAK} was passed, and is failed`])
  })

  it('is what the run has left, to the byte', (test) => {
    const [folder, manifest] = evidenceOf(test, { asha: 'marker-of-asha-0001' })
    expect(findTampering(folder, manifest)).to.deep.equal([])
    const har = join(folder, 'ISO-1', 'exchanges.har')
    writeFileSync(har, readFileSync(har, 'utf8').replace('0001', '0002'))
    rmSync(join(folder, 'ISO-1', 'frames.ndjson'))
    writeFileSync(join(folder, 'ISO-1', 'more.txt'), '')
    expect(findTampering(folder, manifest)).to.deep.equal([
      'changed: ISO-1/exchanges.har',
      'missing: ISO-1/frames.ndjson',
      'added: ISO-1/more.txt',
    ])
  })

  it('is refused in one line where it is none', (test) => {
    const [folder] = evidenceOf(test, { asha: '' })
    expect(() => readManifest(join(folder, 'none'))).to.throw(
      /has no manifest\.json: name the evidence of a run$/,
    )
    writeFileSync(join(folder, 'manifest.json'), '{"schema_version":2}')
    expect(() => readManifest(folder)).to.throw(/manifest\.json is none of this suite's: `schema_version`/)
  })
})
