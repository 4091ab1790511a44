import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { USUAL_CHOICES } from '../stack-config.ts'
import { CONTRACT_LIMITS } from './contract-limits.ts'

const ROOT = new URL('../../', import.meta.url)

/** What the suite knows of the contract: asked of a process of its own, for the stack imports nothing of it. */
function contract(): { LIMITS: object; PROMISED: Record<string, { ms: number }> } {
  const limits = "require('./support/contract/limits.ts')"
  const promises = "require('./support/contract/promises.ts')"
  const program = `console.log(JSON.stringify({ ...${limits}, ...${promises} }))`
  const said = execFileSync(process.execPath, ['--require', 'ts-node/register', '-e', program], { cwd: ROOT })
  return JSON.parse(said.toString()) as ReturnType<typeof contract>
}

describe('What the local stack allows', () => {
  const { LIMITS, PROMISED } = contract()

  it('is what the contract allows', () => assert.deepEqual(CONTRACT_LIMITS, LIMITS))

  it('lives as long as the contract says, where nothing else is chosen', () => {
    const { accessSeconds, refreshSeconds } = USUAL_CHOICES
    assert.equal(accessSeconds * 1_000, PROMISED['accessLifetime']?.ms)
    assert.equal(refreshSeconds * 1_000, PROMISED['refreshLifetime']?.ms)
  })
})
