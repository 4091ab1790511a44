import { describe, it } from 'node:test'
import { expect } from 'chai'
import { NotSignedIn } from '#clients/authentication'
import { UnreadableToken } from '#clients/session'
import { UnlistedCheck } from '#expect/checks'
import { NotAsPromised } from '#expect/not-as-promised'
import { NotTestable } from '#expect/seen'
import { LostAtProvider } from '#promises/authentication/oauth-flow'
import { NothingChecked } from '#run/scenario-end'
import { BadSettings } from '#target/environment'
import { milliseconds } from '#waiting/duration'
import { NotObserved, type WaitEnd } from '#waiting/not-observed'
import { CallStopped, NoAnswer, NoConnection, UnexpectedAnswer } from '#wire/unexpected'
import { blameOf, type Blame } from './accountable.ts'
import { atPlace, FeatureFault, StepTooEarly } from './feature-fault.ts'

const waitEnding = (end: WaitEnd): NotObserved =>
  new NotObserved("Asha's answer", end, milliseconds(5_000), 'why it ended', [])

const ERRORS: Readonly<Record<Blame, readonly Error[]>> = {
  target: [
    new NotAsPromised([]),
    waitEnding('deadline'),
    waitEnding('over'),
    new UnexpectedAnswer('renewal', '200', '401', 7),
    new NoAnswer('renewal', 'ECONNRESET', 7),
    new NoConnection('Asha', 'it was refused'),
    new NotSignedIn('Asha cannot be signed in'),
    new UnreadableToken('the access token lacks sub'),
    new LostAtProvider('there is no form'),
    new NotTestable('the signing secret is not known'),
  ],
  run: [waitEnding('stopped'), new CallStopped('renewal')],
  suite: [
    new FeatureFault('0 people make no crowd'),
    new StepTooEarly('{user} registers'),
    new UnlistedCheck('the catalogue has no such check'),
    new NothingChecked('it promises something and checks nothing'),
    new BadSettings('TEST_ENV is malformed'),
    new TypeError('x is not a function'),
  ],
}

describe('Whom an error blames', () => {
  for (const [blame, errors] of Object.entries(ERRORS)) {
    for (const error of errors) {
      it(`is said by its class: ${error.name} (${error.message.slice(0, 40)}) blames the ${blame}`, () => {
        expect(blameOf(error)).to.equal(blame)
      })
    }
  }

  it('is the suite where nobody knows what was thrown', () => {
    expect(blameOf(new TypeError('x is not a function'))).to.equal('suite')
    expect(blameOf('a word')).to.equal('suite')
  })

  it('is told by errors that each have a name and a code of their own', () => {
    const known = Object.values(ERRORS)
      .flat()
      .filter((error) => 'code' in error)
    const codes = new Map(known.map((error) => [error.name, error.code]))
    expect(new Set(codes.values()).size).to.equal(codes.size)
    for (const code of codes.values()) expect(code).to.match(/^[A-Z]+(_[A-Z]+)*$/)
  })
})

describe('A fault of a feature', () => {
  it('names its place, once', () => {
    const fault = new FeatureFault('0 people make no crowd').at('features/a.feature:7')
    expect(fault.at('features/b.feature:9').message).to.equal('features/a.feature:7: 0 people make no crowd')
    expect(fault.name).to.equal('FeatureFault')
  })

  it('names no place where none is known, and still takes one later', () => {
    const fault = new FeatureFault('0 people make no crowd').at('')
    expect(fault.message).to.equal('0 people make no crowd')
    expect(fault.at('features/a.feature:7').message).to.match(/^features\/a\.feature:7: /)
  })

  it('is told at the place of the step in which it is read; anything else is handed on as it is', () => {
    const reading = (error: Error) => (): never =>
      atPlace('features/a.feature:7', () => {
        throw error
      })
    expect(atPlace('features/a.feature:7', () => 2)).to.equal(2)
    expect(reading(new FeatureFault('0 is no time'))).to.throw('features/a.feature:7: 0 is no time')
    expect(reading(new TypeError('x'))).to.throw(TypeError, /^x$/)
  })

  it('names the phrase that has to come first', () => {
    const fault = new StepTooEarly('{user} registers')
    expect(fault).to.include({ code: 'STEP_TOO_EARLY', blames: 'suite' })
    expect(fault.message).to.equal('this step builds on "{user} registers", which has to come before it')
  })
})
