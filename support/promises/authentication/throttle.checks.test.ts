import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import { milliseconds, seconds } from '#waiting/duration'
import {
  guessingSlowed,
  waitIsKept,
  type Guess,
  type GuessedAddress,
  type Guesses,
  type LateTries,
} from './throttle.checks.ts'

const [SLOWED, ALIKE] = ['guessing-is-slowed', 'guessing-is-slowed-alike']
const [TOLD, OTHERS, KEPT] = ['told-wait-is-true', 'nobody-else-is-slowed', 'wait-is-kept']

const refused = (what = 'his'): Guess => ({
  what,
  status: 401,
  text: '{"detail":"Invalid credentials"}',
  retryAfter: undefined,
})
const slowed = (more: Partial<Guess> = {}): Guess => ({
  what: 'his',
  status: 429,
  text: '{"detail":"Wait 59 s"}',
  retryAfter: '59',
  ...more,
})
const address = (...guesses: Guess[]): GuessedAddress => ({ at: 'his', guesses, took: seconds(3) })
const RIGHT = address(refused(), refused(), slowed())

describe('Guessing', () => {
  const judge = (more: Partial<Guesses> = {}): Record<string, string> =>
    brokenIn(
      ...guessingSlowed(2, {
        addresses: [RIGHT, address(refused(), refused(), slowed({ text: '{"detail":"Wait 60 s"}' }))],
        signIns: [{ what: 'Bram', status: 200, text: '' }],
        forgotten: [{ what: 'failing after that', status: 401, text: '' }],
        ownSession: 200,
        sinceTheFirst: () => milliseconds(0),
        sinceTheLast: () => milliseconds(0),
        ...more,
      }),
    )
  const first = (...guesses: Guess[]): string[] =>
    Object.keys(judge({ addresses: [address(...guesses), address(...guesses)] }))
  const wait = (retryAfter: string | undefined): string[] =>
    first(refused(), refused(), slowed({ retryAfter }))

  it('is slowed alike everywhere, with how long to wait, and nobody else is', () => {
    expect(judge()).to.deep.equal({})
  })

  it('is not slowed as promised when more or fewer are looked at, or it is not explained', () => {
    expect(first(refused(), refused(), refused(), slowed())).to.deep.equal([SLOWED])
    expect(first(refused(), slowed())).to.deep.equal([SLOWED])
    expect(first(refused(), refused(), { ...refused(), status: 200 }, slowed())).to.deep.equal([SLOWED])
    expect(first(refused(), refused(), slowed({ text: '{}' }))).to.deep.equal([SLOWED])
    expect(first(refused(), refused())).to.deep.equal([SLOWED])
  })

  it('tells of the account when it is slowed otherwise elsewhere', () => {
    for (const other of [
      address(refused(), refused(), refused(), slowed()),
      address(refused(), refused(), slowed({ text: '{"detail":"This account has to wait"}' })),
      address(refused(), { ...refused(), text: '{"detail":"No password"}' }, slowed()),
    ])
      expect(Object.keys(judge({ addresses: [RIGHT, other] }))).to.deep.equal([ALIKE])
    expect(Object.keys(judge({ addresses: [RIGHT] }))).to.deep.equal([ALIKE])
  })

  it('tells a wait that is true by whole seconds', () => {
    for (const retryAfter of ['55', '60', '61']) expect(wait(retryAfter)).to.deep.equal([])
    for (const retryAfter of ['1', '54', '62', '58.5', 'soon', undefined])
      expect(wait(retryAfter)).to.deep.equal([TOLD])
  })

  it('slows somebody else', () => {
    expect(Object.keys(judge({ ownSession: 401 }))).to.deep.equal([OTHERS])
    const counted = [{ what: 'failing after that', status: 429, text: '' }]
    expect(judge({ forgotten: counted })[OTHERS]).to.match(/who has got in, failing after that: 429/)
    expect(Object.keys(judge({ signIns: [] }))).to.deep.equal([OTHERS])
    expect(Object.keys(judge({ signIns: [{ what: 'Bram', status: 429, text: '' }] }))).to.deep.equal([OTHERS])
  })
})

describe('A wait that was told', () => {
  const between = (least: number, most = least): LateTries['after'] => ({
    least: seconds(least),
    most: seconds(most),
  })
  const late: LateTries = { told: 59, after: between(7), tries: [slowed({ retryAfter: '52' })] }
  const look = (more: Partial<LateTries> = {}): Record<string, string> =>
    brokenIn(waitIsKept({ ...late, ...more }))

  it('is kept as long as it lasts', () => {
    expect(look()).to.deep.equal({})
    expect(look({ tries: [slowed({ retryAfter: '52' }), refused('a wrong password')] })[KEPT]).to.match(
      /^7 s after a wait of 59 s was told: .*a wrong password: 401/,
    )
    for (const retryAfter of ['59', '48', undefined])
      expect(look({ tries: [slowed({ retryAfter })] })).to.have.property(KEPT)
    expect(look({ tries: [] })).to.have.property(KEPT)
  })

  it('may have been told when the first guess was answered, or the last', () => {
    expect(look({ after: between(7, 10), tries: [slowed({ retryAfter: '49' })] })).to.deep.equal({})
    expect(look({ after: between(7, 10), tries: [slowed({ retryAfter: '44' })] })).to.have.property(KEPT)
  })

  it('cannot be seen when it is over', () => {
    expect(resultOf(waitIsKept({ ...late, after: between(58) })).status).to.equal('not-testable')
  })
})
