import { describe, it } from 'node:test'
import { expect } from 'chai'
import { resemblingOrigins } from './foreign-origins.ts'

describe('Origins that resemble one', () => {
  for (const home of ['https://app.example', 'http://127.0.0.1:4003']) {
    it(`are all different, and none of them is ${home}`, () => {
      const all = resemblingOrigins(home)
      expect(all).not.to.include(home)
      expect(new Set(all).size).to.equal(all.length)
    })
  }

  it('are the same host on another port, and by another scheme', () => {
    expect(resemblingOrigins('http://app.example')).to.include.members([
      'http://app.example:8',
      'https://app.example',
    ])
  })
})
