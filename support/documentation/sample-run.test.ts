import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { VerdictFile } from '#verdict/verdict-schema'
import { figuresOfRun } from './sample-run.ts'

const FEATURES = { AUTH: 'Authentication', CHAT: 'Chat agents', LIVE: 'Live events', ISO: 'User isolation' }

function runOf(change: object = {}, scenarios = 5): VerdictFile {
  const checks = [{ status: 'passed' }, { status: 'passed' }, { status: 'not-testable' }]
  const features = Object.entries(FEATURES).map(([letters, name]) => ({
    name,
    scenarios: Array.from({ length: scenarios }, (_, index) => ({ id: `${letters}-${index + 1}`, checks })),
  }))
  const told = { planned: 4 * scenarios, verdict: 'passed', run: { target: 'local' }, features, ...change }
  return told as unknown as VerdictFile
}

describe('The sample of a run', () => {
  it('is compared with a whole green run by the checks that were made', () => {
    const [first, ...others] = figuresOfRun(runOf()) ?? []
    expect(others).to.have.lengthOf(3)
    expect(first?.are).to.deep.equal([10])
    expect('  Authentication: 5 of 5 kept, 11 checks · protects').to.match(first?.line ?? /-/)
  })

  it('is compared with no other run', () => {
    for (const change of [{ verdict: 'failed' }, { run: { target: 'staging' } }, { planned: 21 }])
      expect(figuresOfRun(runOf(change))).to.equal(undefined)
    expect(figuresOfRun(runOf({}, 4))).to.equal(undefined)
    expect(figuresOfRun(runOf({}, 6))).to.have.lengthOf(4)
  })
})
