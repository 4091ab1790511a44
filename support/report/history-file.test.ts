import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { expect } from 'chai'
import { runRecord, scenarioRecord } from '#testing/run-record'
import type { RunRecord } from '#verdict/conclusion'
import { tellChanges } from './changes.ts'
import { compareWithPast, keepForLater, readHistory } from './history-file.ts'

describe('The history of runs', () => {
  const reports = mkdtempSync(join(tmpdir(), 'netra-history-'))
  const file = join(reports, 'history.json')
  after(() => rmSync(reports, { recursive: true }))
  const run = (id: string, scenarios = [scenarioRecord()]): RunRecord =>
    runRecord(scenarios, { context: { id, folder: 'f', reports } })

  it('begins with the first run, and keeps each that has judged something', () => {
    expect(compareWithPast(run('r1')).changes).to.equal(undefined)
    for (const one of [run('r1'), run('r2', []), run('r3')]) keepForLater(one)
    expect(readHistory(reports)?.map(({ id }) => id)).to.deep.equal(['r1', 'r3'])
    expect(tellChanges(compareWithPast(run('r4')))).to.deep.equal(['nothing is newly red, mended or slower'])
  })

  it('keeps thirty', () => {
    for (let index = 0; index < 40; index += 1) keepForLater(run(`s${index}`))
    expect(readHistory(reports)).to.have.lengthOf(30)
    expect(readHistory(reports)?.at(-1)?.id).to.equal('s39')
  })

  for (const broken of [
    '',
    'no JSON',
    '{"schema_version":2,"runs":[]}',
    '{"schema_version":1,"runs":[{}]}',
  ]) {
    it(`is left as it is where it cannot be read, and one line says so: ${broken || 'empty'}`, () => {
      writeFileSync(file, broken)
      const record = compareWithPast(run('r5'))
      keepForLater(record)
      expect(readFileSync(file, 'utf8')).to.equal(broken)
      expect(tellChanges(record)).to.have.lengthOf(1)
      expect(tellChanges(record)[0]).to.match(/^history\.json is not as this suite writes it: .+ begin anew$/)
    })
  }
})
