import { describe, it } from 'node:test'
import { expect } from 'chai'
import { parseJson } from './json.ts'

describe('Reading a text as JSON', () => {
  it('tells what the text says', () => {
    expect(parseJson('{"status":"healthy","agents":[1,null]}')).to.deep.equal({
      status: 'healthy',
      agents: [1, null],
    })
    expect(parseJson('null')).to.equal(null)
    expect(parseJson('0')).to.equal(0)
  })

  for (const text of ['', '   ', '<html></html>', '{"status":', 'undefined', "{'a':1}"]) {
    it(`tells nothing, and does not fail, for ${text || 'an empty text'}`, () => {
      expect(parseJson(text)).to.equal(undefined)
    })
  }
})
