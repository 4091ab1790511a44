import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import { refusalsTellNothing, wrongPasswordRefused, type TimedRefusal } from './guessing.checks.ts'
import { nothingOfTheInside, refusalsExplained } from './telling-refusals.checks.ts'
import type { Attempt } from '#promises/shared/refusals.checks'

const REASON = '{"detail":"Invalid credentials"}'
const refusal = (more: Partial<TimedRefusal> = {}): TimedRefusal => ({
  status: 401,
  text: REASON,
  type: 'application/json',
  elapsedMs: 40,
  ...more,
})
const attempt = (text: string, status = 401): Attempt => ({ what: 'a wrong password', status, text })

describe('A wrong password', () => {
  const [TELL, ALIKE] = ['refusals-tell-nothing', 'refusals-take-alike']
  const judge = (
    known: TimedRefusal[],
    unknown: TimedRefusal[],
    passwordless: TimedRefusal[] = [],
  ): Record<string, string> =>
    brokenIn(...refusalsTellNothing({ known, unknown, passwordless, ownSession: 200 }))

  it('is refused alike at a known and at an unknown address, and takes alike by the quickest of each', () => {
    const quick = refusal({ elapsedMs: 10 })
    expect(judge([refusal(), quick], [refusal(), refusal({ elapsedMs: 900 })])).to.deep.equal({})
  })

  const different: readonly Partial<TimedRefusal>[] = [
    { status: 404 },
    { text: '{"detail":"No account"}' },
    { type: 'text/html' },
  ]
  for (const more of different) {
    it(`tells of the account when it is refused otherwise: ${JSON.stringify(more)}`, () => {
      expect(Object.keys(judge([refusal()], [refusal(), refusal(more)]))).to.deep.equal([TELL])
    })
  }

  it('is refused alike, though each refusal has a name and a time of its own', () => {
    const [one, other] = ['a', 'b'].map((id, index) =>
      refusal({ text: `{"detail":"Invalid credentials","request_id":"${id}","timestamp":${index}}` }),
    ) as [TimedRefusal, TimedRefusal]
    expect(judge([one], [other])).to.deep.equal({})
  })

  it('tells of the account when either is refused more than four times as fast', () => {
    const fast = refusal({ elapsedMs: 9.9 })
    const observed = 'known 40.0 ms, unknown 9.9 ms'
    expect(judge([refusal()], [fast])).to.deep.equal({ [ALIKE]: observed })
    expect(Object.keys(judge([fast], [refusal()]))).to.deep.equal([ALIKE])
  })

  it('tells of an account without a password when it is refused otherwise', () => {
    const [here] = [refusal()]
    expect(judge([here], [here], [here])).to.deep.equal({})
    expect(Object.keys(judge([here], [here], [refusal({ text: '{}' })]))).to.deep.equal([TELL])
    expect(Object.keys(judge([here], [here], [refusal({ elapsedMs: 9 })]))).to.deep.equal([ALIKE])
  })

  it('tells of the account when it takes longer each time, and not when it does so once', () => {
    const times = (...all: number[]): TimedRefusal[] => all.map((elapsedMs) => refusal({ elapsedMs }))
    const usual = times(40, 42, 44, 41)
    expect(Object.keys(judge(usual, times(80, 70, 75, 90)))).to.deep.equal([ALIKE])
    expect(judge(usual, times(80, 43, 45, 90))).to.deep.equal({})
    expect(judge(usual, times(58, 57, 58, 58))).to.deep.equal({})
    expect(judge(times(40, 42, 44), times(80, 70, 75))).to.deep.equal({})
  })

  it('has to be tried at both: nothing tried tells nothing', () => {
    expect(Object.keys(judge([], [refusal()]))).to.deep.equal([TELL, ALIKE])
    expect(Object.keys(judge([refusal()], []))).to.deep.equal([TELL, ALIKE])
  })

  it('is refused with 401, each time', () => {
    const look = (...known: TimedRefusal[]): Record<string, string> =>
      brokenIn(wrongPasswordRefused('Asha', { known, unknown: [], passwordless: [], ownSession: 200 }))
    const id = 'wrong-password-refused'
    expect(look(refusal(), refusal())).to.deep.equal({})
    expect(look(refusal(), refusal({ status: 200 }))).to.deep.equal({ [id]: '401, 200' })
    expect(look()).to.have.property(id)
  })

  it('is none at an account that has none: no word opens that', () => {
    const seen = { known: [refusal()], unknown: [], passwordless: [refusal()], ownSession: 200 }
    const look = (...withoutPassword: number[]): Record<string, string> =>
      brokenIn(wrongPasswordRefused('Asha', { ...seen, withoutPassword }))
    expect(look(422, 401)).to.deep.equal({})
    expect(look(200, 401)).to.deep.equal({
      'wrong-password-refused': '401; an account without a password opened to none',
    })
  })
})

describe('Refusals', () => {
  const inside = (...attempts: readonly Attempt[]): Record<string, string> =>
    brokenIn(nothingOfTheInside(attempts))
  const ID = 'nothing-of-the-inside-shows'

  it('show nothing of the inside', () => {
    const plain = attempt('{"detail":"Select another address, or update it at work/home: it is taken"}', 409)
    expect(inside(attempt(REASON), plain)).to.deep.equal({})
  })

  const insides = [
    'Error: no\n    at login (auth.js:10:5)',
    'node_modules lacks it',
    "SELECT id FROM users WHERE email = 'x'",
    'SQLSTATE 23505',
    'relation "users" is missing',
    'open /usr/lib failed',
    'see login.ts:42',
    'Traceback (most recent call last)',
  ]
  for (const text of insides) {
    it(`show something of the inside: ${JSON.stringify(text)}`, () => {
      expect(inside(attempt(REASON), attempt(text)))
        .to.have.property(ID)
        .that.matches(/^a wrong password/)
    })
  }

  it('are refusals: an open door and nothing at all are none', () => {
    expect(inside(attempt(REASON, 400), attempt(REASON, 500))).to.deep.equal({})
    for (const status of [200, 399]) {
      const odd = inside(attempt(REASON, 400), attempt(REASON, status))
      expect(odd).to.deep.equal({ [ID]: `a wrong password: ${status} ${REASON}` })
    }
    expect(inside()).to.have.property(ID)
  })

  it('are explained, each of them', () => {
    const id = 'refusals-are-explained'
    expect(brokenIn(refusalsExplained([attempt(REASON)]))).to.deep.equal({})
    expect(brokenIn(refusalsExplained([attempt(REASON), attempt('{}', 404)]))).to.deep.equal({
      [id]: 'a wrong password: 404 {}',
    })
    expect(brokenIn(refusalsExplained([]))).to.have.property(id)
  })
})
