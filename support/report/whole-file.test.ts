import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { writeWhole } from './whole-file.ts'

describe('A report', () => {
  it('is written whole or not at all', (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-test-'))
    test.after(() => rmSync(folder, { recursive: true }))
    writeWhole(join(folder, 'one'), 'text')
    expect(readFileSync(join(folder, 'one'), 'utf8')).to.equal('text')
    mkdirSync(join(folder, 'other'))
    expect(() => writeWhole(join(folder, 'other'), 'text')).to.throw()
    expect(readdirSync(folder)).to.deep.equal(['one', 'other'])
  })
})
