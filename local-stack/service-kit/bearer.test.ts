import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sameSecret } from './bearer.ts'

/** So long that a comparison which stops early is a thousand times faster. */
const SECRET = 'a'.repeat(1_000_000)

function timeOf(given: string): number {
  const from = process.hrtime.bigint()
  sameSecret(given, SECRET)
  return Number(process.hrtime.bigint() - from)
}

/** In nanoseconds: that of the middle one of many. */
function usualTimeOf(given: string): number {
  return Array.from({ length: 15 }, () => timeOf(given)).sort((one, other) => one - other)[7] ?? 0
}

describe('Two secrets', () => {
  it('are the same to the last character, or not at all', () => {
    assert.equal(sameSecret('a key', 'a key'), true)
    for (const given of ['a keys', 'a ke', 'A key', '', undefined]) {
      assert.equal(sameSecret(given, 'a key'), false, String(given))
    }
  })

  it('are compared in a time that does not tell where they differ', () => {
    const atTheStart = usualTimeOf(`b${SECRET.slice(1)}`)
    const atTheEnd = usualTimeOf(`${SECRET.slice(1)}b`)
    assert(atTheEnd < 5 * atTheStart, `${atTheStart} ns and ${atTheEnd} ns`)
  })
})
