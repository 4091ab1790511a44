import { describe, it } from 'node:test'
import { expect } from 'chai'
import { isAnothersId, isSameId } from './same-id.ts'

const HERS = '0e2c5a3e-7f7d-4b1c-9d55-2f6a1b0c9d8e'

describe('An id', () => {
  const notations = [
    HERS,
    HERS.toUpperCase(),
    HERS.replaceAll('-', ''),
    `{${HERS}}`,
    `urn:uuid:${HERS}`,
    ` ${HERS}`,
  ]
  for (const told of notations) {
    it(`is hers as “${told}”`, () => {
      expect(isSameId(told, HERS)).to.equal(true)
      expect(isAnothersId(told, HERS)).to.equal(false)
    })
  }

  for (const told of [
    '',
    ' ',
    'null',
    'undefined',
    'None',
    'anonymous',
    'nobody: no line was opened',
    '[object Object]',
  ]) {
    it(`names nobody as “${told}”`, () => {
      expect(isSameId(told, HERS)).to.equal(false)
      expect(isAnothersId(told, HERS)).to.equal(false)
    })
  }

  for (const told of ['demo-user', 'demo-user-001', '17', HERS.replace('0e', '0f'), 'demo-use...']) {
    it(`is another's as “${told}”`, () => {
      expect(isAnothersId(told, HERS)).to.equal(true)
    })
  }
})
