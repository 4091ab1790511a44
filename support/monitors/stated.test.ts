import { describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange } from '#testing/exchange'
import { statedOtherwise } from './stated.ts'

const TRACE = '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01'

function faults(
  error: object,
  { given = {}, told = {} }: Record<'given' | 'told', Record<string, string>> = { given: {}, told: {} },
): string[] {
  const request = { method: 'GET', url: 'https://api.example.org/api/threads', headers: given }
  const body = JSON.stringify({ error: true, trace_id: 't', ...error })
  const one = exchange({ route: 'GET /api/threads', request, status: 404, body, headers: told })
  return one.response ? statedOtherwise(one, one.response) : []
}

const NAMED = { given: { 'x-request-id': 'r-1' }, told: { 'x-request-id': 'r-1' } }

describe('What an answer states', () => {
  it('is nothing of the caller where a route is away that need not be there', () => {
    const away = { status: 404, body: '<h1>Not Found</h1>', headers: {} }
    const cancelling = exchange({ route: 'POST /api/runs/{id}/cancel', ...away })
    expect(cancelling.response && statedOtherwise(cancelling, cancelling.response)).to.deep.equal([])
    const listing = exchange({ route: 'GET /api/threads', ...away })
    expect(listing.response && statedOtherwise(listing, listing.response)).to.have.length(1)
  })

  it('is what its caller has named, and the status that it has', () => {
    expect(faults({ details: { status_code: 404 } }, NAMED)).to.deep.equal([])
    expect(faults({ details: undefined }, { given: {}, told: { 'x-request-id': 'any' } })).to.deep.equal([])
  })

  it('is found out when it is not', () => {
    expect(faults({ details: { status_code: 400 } }, NAMED)).to.deep.equal([
      'GET /api/threads 404: `details.status_code` is 400',
    ])
    const traced = { ...NAMED, given: { ...NAMED.given, traceparent: TRACE } }
    expect(faults({}, traced)).to.deep.equal([
      "GET /api/threads 404: `trace_id` is not that of the caller's trace",
    ])
    const others: Record<string, string>[] = [{}, { 'x-request-id': 'r-2' }]
    for (const told of others)
      expect(faults({}, { ...NAMED, told }).join()).to.match(/request id is not echoed/)
    expect(faults({})).to.deep.equal(['GET /api/threads: a request that was given no id is told none'])
  })
})
