import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import type { Attempt } from '#promises/shared/refusals.checks'
import { tooMuchRefused, unreadableRefused } from './odd-bodies.checks.ts'

const answered = (status: number, text = '{"detail":"It cannot be read"}'): Attempt => ({
  what: 'a list at POST /auth/login',
  status,
  text,
})

describe('A body that is not what is due', () => {
  const ID = 'unreadable-is-refused'
  const look = (...attempts: readonly Attempt[]): Record<string, string> =>
    brokenIn(unreadableRefused(attempts))

  it('is refused as such, with a reason', () => {
    expect(look(answered(422), answered(422))).to.deep.equal({})
  })

  for (const odd of [answered(400), answered(401), answered(200), answered(500), answered(422, '{}')]) {
    it(`is found out to be answered ${odd.status} ${odd.text}`, () => {
      expect(look(answered(422), odd)).to.deep.equal({
        [ID]: `a list at POST /auth/login: ${odd.status} ${odd.text}`,
      })
    })
  }

  it('has to be sent', () => {
    expect(look()).to.have.property(ID)
  })
})

describe('A body that is too large', () => {
  const ID = 'too-much-is-refused'
  const look = (large: readonly Attempt[], fitting: readonly Attempt[]): string[] =>
    Object.keys(brokenIn(tooMuchRefused(large, fitting)))

  it('is refused as such, while one that fits is looked at', () => {
    expect(look([answered(413)], [answered(200, '{}'), answered(401), answered(422)])).to.deep.equal([])
  })

  it('is found out to be taken, or refused for something else, or without a reason', () => {
    for (const odd of [answered(200), answered(422), answered(413, '')])
      expect(look([answered(413), odd], [answered(422)])).to.deep.equal([ID])
  })

  it('is found out where one that fits is refused, too, or brings it down', () => {
    for (const odd of [answered(413), answered(500)]) expect(look([answered(413)], [odd])).to.deep.equal([ID])
  })

  it('has to be sent, and one that fits', () => {
    expect(look([], [answered(422)])).to.deep.equal([ID])
    expect(look([answered(413)], [])).to.deep.equal([ID])
  })
})
