import { describe, it } from 'node:test'
import { expect } from 'chai'
import { z } from 'zod'
import { UnexpectedAnswer } from '#wire/unexpected'
import { Answer } from './answer.ts'

const Person = z.object({ user_id: z.string() })

const answer = (status: number, body: string): Answer =>
  new Answer('her profile', { status, headers: { 'retry-after': '7' }, body }, 12, 5)
const GOOD = answer(200, '{"user_id":"u-1","plan":"free"}')

function refusalOf(insist: () => unknown): string {
  try {
    insist()
  } catch (error) {
    return error instanceof UnexpectedAnswer ? error.message : `another error: ${String(error)}`
  }
  return 'it was accepted'
}

describe('An answer', () => {
  it('is kept as it came, whatever it is', () => {
    const { status, headers, text, body, elapsedMs, exchange } = answer(418, '{"short":["and","stout"]}')
    expect({ status, headers, text, body, elapsedMs, exchange }).to.deep.equal({
      ...{ status: 418, headers: { 'retry-after': '7' }, text: '{"short":["and","stout"]}' },
      ...{ body: { short: ['and', 'stout'] }, elapsedMs: 12, exchange: 5 },
    })
  })

  it('has no body that could be read when it is no JSON', () => {
    expect(answer(502, '<html>Bad gateway</html>')).to.include({
      body: undefined,
      text: '<html>Bad gateway</html>',
    })
  })
})

describe('Who insists on a status and a shape', () => {
  it('is given what was asked for, and nothing besides', () => {
    expect(GOOD.must(200, Person)).to.deep.equal({ user_id: 'u-1' })
    expect(answer(201, '{"user_id":"u-1"}').must(200, Person)).to.deep.equal({ user_id: 'u-1' })
  })

  const others = {
    'a refusal': {
      given: answer(401, '{"detail":"No."}'),
      refusal: 'her profile: expected 200, but it answered 401 {"detail":"No."} (exchange 5 of the evidence)',
    },
    'nothing at all': {
      given: answer(204, ''),
      refusal:
        'her profile: expected a body, but the body is missing: it answered 204 with nothing (exchange 5 of the evidence)',
    },
    'something else than an object': {
      given: answer(200, '[]'),
      refusal:
        'her profile: expected a body, but the body is a list where an object is due: it answered 200 [] (exchange 5 of the evidence)',
    },
  }
  for (const [what, { given, refusal }] of Object.entries(others)) {
    it(`is told what came instead: ${what}`, () => {
      expect(refusalOf(() => given.must(200, Person))).to.equal(refusal)
    })
  }

  it('meets a field that is not as it has to be where it is asked for, and not before', () => {
    const person = answer(200, '{"user_id":null,"plan":"free"}').must(200, Person)
    expect({ ...person }).to.deep.equal({})
    expect(refusalOf(() => person.user_id)).to.equal(
      'her profile: expected `user_id`, but it is null: it answered 200 {"user_id":null,"plan":"free"} (exchange 5 of the evidence)',
    )
  })
})

describe('Who insists on a status alone', () => {
  it('is given the answer, whatever its shape', () => {
    const odd = answer(200, 'no JSON')
    expect(odd.mustBe(200)).to.equal(odd)
  })

  it('is told what came instead', () => {
    expect(refusalOf(() => answer(500, 'Oh.').mustBe(204))).to.equal(
      'her profile: expected 204, but it answered 500 Oh. (exchange 5 of the evidence)',
    )
  })
})

describe('An answer as it is told', () => {
  it('is shortened, on one line', () => {
    const told = answer(200, `one\n  two ${'and more '.repeat(100)}`).describe()
    expect(told).to.match(/^it answered 200 one two and more .*…$/)
    expect(told).to.have.length('it answered 200 '.length + 161)
  })

  it('gives no pass away', () => {
    const told = answer(200, '{"access_token":"hidden","note":"eyJhbGciOi.eyJzdWIi.c2ln"}').describe()
    expect(told).to.equal('it answered 200 {"access_token":"…","note":"[a token]"}')
  })
})
