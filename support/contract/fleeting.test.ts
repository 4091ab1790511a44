import { describe, it } from 'node:test'
import { expect } from 'chai'
import { lastingText, withoutFleeting } from './fleeting.ts'

describe('What an answer says each time', () => {
  it('is told from when it was said, and from the name by which it is found again', () => {
    const said = { error: { code: 'NOT_FOUND', traceId: 'a', 'request-id': 'b' }, timestamp: 7, time: 8 }
    expect(withoutFleeting({ ...said, correlation_id: 'c' })).to.deep.equal({ error: { code: 'NOT_FOUND' } })
  })

  it('is all the rest, whatever resembles it', () => {
    for (const body of [{ user_id: 'a' }, { run_id: 'a' }, { timeout: 3 }, { detail: 'trace_id' }, [1], null])
      expect(withoutFleeting(body)).to.deep.equal(body)
  })

  it('is the same text in whatever order, and any other text as it is', () => {
    expect(lastingText('{"b":1,"trace_id":"x","a":2}')).to.equal(lastingText('{"a":2,"b":1,"trace_id":"y"}'))
    expect(lastingText('{"a":1}')).not.to.equal(lastingText('{"a":2}'))
    expect(lastingText('Not found')).to.equal('Not found')
  })
})
