import { describe, it } from 'node:test'
import { expect } from 'chai'
import { canonicalJson, parseJson } from './json.ts'

describe('A value as JSON', () => {
  it('is the same text for whatever says the same, and another for what does not', () => {
    const text = canonicalJson({ b: [1, { d: null, c: 'x' }], a: 2 })
    expect(text).to.equal('{"a":2,"b":[1,{"c":"x","d":null}]}')
    expect(canonicalJson({ a: 2, b: [1, { c: 'x', d: null }] })).to.equal(text)
    expect(canonicalJson({ a: 2, b: [{ c: 'x', d: null }, 1] })).not.to.equal(text)
  })
})

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
