import { describe, it } from 'node:test'
import { expect } from 'chai'
import { isAlike, tellingHeader } from './telling-headers.checks.ts'
import type { Reply, Trespass } from './trespass.checks.ts'

type Headers = Readonly<Record<string, string>>

const answer = (beside: Headers): Reply => ({ kind: 'answer', status: 404, body: {}, headers: {}, beside })

/** Twelve tries by four askers, each of whom tries once what does not exist, and has three owners. */
function tries(
  foreign: (n: number) => Headers,
  unknown: (n: number) => Headers,
  name = 'GET it',
): Trespass[] {
  return [1, 2, 3, 4].flatMap((asker) => {
    const missing = answer(unknown(asker))
    return [1, 2, 3].map((owner) => ({
      ...{
        asker: `User ${asker}`,
        owner: `User ${owner}`,
        verb: 'read',
        of: 'conversation',
        reads: true,
        name,
      },
      ...{ foreign: answer(foreign(asker * 3 + owner)), unknown: missing },
    }))
  })
}

const same = (headers: Headers) => (): Headers => headers

describe('A header', () => {
  it("tells what is another's by its value, or by being there", () => {
    expect(tellingHeader(tries(same({ 'x-cache': 'hit' }), same({ 'x-cache': 'miss' })))).to.match(/^x-cache/)
    expect(tellingHeader(tries((n) => ({ etag: `"${n}"` }), same({})))).to.match(/^etag/)
    expect(tellingHeader(tries(same({}), same({ 'x-missing': '1' })))).to.match(/^x-missing/)
    const quiet = ['a', 'b', 'c', 'd'].flatMap((name) => tries(same({}), same({}), name))
    const one = tries(same({ 'x-kept': 'y' }), same({}), 'PUT it')
    expect(tellingHeader([...quiet, ...one])).to.equal('x-kept at PUT it')
  })

  it('tells nothing where it differs each time, counts, measures, or is the same', () => {
    for (const [foreign, unknown] of [
      [(n: number) => ({ 'x-request-id': `f${n}` }), (n: number) => ({ 'x-request-id': `u${n}` })],
      [same({ date: 'Mon, 30 Nov 2026 14:00:01 GMT' }), same({ date: 'Mon, 30 Nov 2026 14:00:00 GMT' })],
      [same({ 'x-response-time': '3.1 ms' }), same({ 'x-response-time': '2 ms' })],
      [same({ 'x-served-by': 'a' }), same({ 'x-served-by': 'a' })],
      [(n: number) => (n % 2 ? { 'x-by': 'a' } : { 'x-by': 'b' }), same({ 'x-by': 'a' })],
    ] as const)
      expect(tellingHeader(tries(foreign, unknown))).to.equal(undefined)
    expect(tellingHeader(tries(same({ a: 'x' }), same({ a: 'y' })).slice(0, 3))).to.equal(undefined)
  })

  it('is no difference by itself', () => {
    expect(isAlike(answer({ date: 'a' }), answer({ date: 'b' }))).to.equal(true)
    expect(isAlike(answer({}), { kind: 'silence', reason: 'none' })).to.equal(false)
  })
})
