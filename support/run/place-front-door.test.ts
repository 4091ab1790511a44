import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'

const place = (folder: string): void => {
  execFileSync(process.execPath, [resolve('support/run/place-front-door.cjs'), folder])
}

describe('The command cucumber-js', { skip: process.platform === 'win32' }, () => {
  it("leads through the suite's own door, however often that is said, and is not made where there is none", (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-test-'))
    test.after(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'cucumber-js'), '')
    place(folder)
    place(folder)
    expect(realpathSync(join(folder, 'cucumber-js'))).to.equal(resolve('support/run/front-door.cjs'))
    mkdirSync(join(folder, 'empty'))
    place(join(folder, 'empty'))
    expect(readdirSync(join(folder, 'empty'))).to.deep.equal([])
  })
})
