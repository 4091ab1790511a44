import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import { connectionStaysOpen, eachFaultHasItsError, type FaultyMessage } from './faulty-messages.checks.ts'

const LIST: FaultyMessage = {
  what: 'a list',
  wanted: ['FORMAT_ERROR'],
  errors: ['FORMAT_ERROR'],
  isExplained: true,
  goesOn: true,
}
const SONG: FaultyMessage = { ...LIST, what: 'a song', wanted: ['UNKNOWN_TYPE'], errors: ['UNKNOWN_TYPE'] }

describe('A faulty message', () => {
  const ID = 'each-fault-has-its-error'
  const look = (...messages: readonly FaultyMessage[]): Record<string, string> =>
    brokenIn(eachFaultHasItsError({ messages, isOpen: true }))

  it('is answered with an error of its own, in words', () => {
    expect(resultOf(eachFaultHasItsError({ messages: [LIST, SONG], isOpen: true }))).to.include({
      status: 'passed',
      observed: 'a list: FORMAT_ERROR; a song: UNKNOWN_TYPE',
    })
  })

  const odd: Readonly<Record<string, Partial<FaultyMessage>>> = {
    'a song: no error, not one UNKNOWN_TYPE': { errors: [] },
    'a song: FORMAT_ERROR, not one UNKNOWN_TYPE': { errors: ['FORMAT_ERROR'] },
    'a song: UNKNOWN_TYPE and UNKNOWN_TYPE, not one UNKNOWN_TYPE': {
      errors: ['UNKNOWN_TYPE', 'UNKNOWN_TYPE'],
    },
    'a song: UNKNOWN_TYPE, not one UNKNOWN_TYPE': { isExplained: false },
  }
  for (const [observed, more] of Object.entries(odd)) {
    it(`is found out among others: ${observed}${more.isExplained === false ? ' in words' : ''}`, () => {
      expect(look(LIST, { ...SONG, ...more })).to.deep.equal({ [ID]: observed })
    })
  }

  it('may have an error of several', () => {
    const wanted = ['INVALID_MESSAGE', 'FORMAT_ERROR'] as const
    expect(look({ ...LIST, wanted })).to.deep.equal({})
    expect(look({ ...SONG, wanted })[ID]).to.match(/UNKNOWN_TYPE, not one INVALID_MESSAGE or FORMAT_ERROR/)
  })

  it('is told of where what is denied is denied in another word', () => {
    const wanted = ['THREAD_NOT_FOUND', 'FORBIDDEN']
    const { deviations } = eachFaultHasItsError({
      messages: [LIST, { ...SONG, wanted, errors: ['FORBIDDEN'] }],
      isOpen: true,
    }).judge()
    expect(deviations).to.deep.equal(['message: a song: refused by FORBIDDEN'])
    expect(look({ ...SONG, wanted })[ID]).to.equal('a song: UNKNOWN_TYPE, not one THREAD_NOT_FOUND')
  })

  it('is named with the first of many', () => {
    const { [ID]: observed } = look(...Array.from({ length: 20 }, () => ({ ...LIST, errors: [] })))
    expect(observed).to.match(/^(a list: no error, not one FORMAT_ERROR; ){8}and 12 more$/)
  })

  it('has to be sent: nothing sent is nothing seen', () => {
    expect(look()).to.deep.equal({ [ID]: 'nothing was sent' })
  })
})

describe('A line on which faults are sent', () => {
  const ID = 'line-stays-open'
  const look = (isOpen: boolean, ...answers: readonly boolean[]): Record<string, string> => {
    const messages = answers.map((goesOn) => ({ ...LIST, goesOn }))
    return brokenIn(connectionStaysOpen({ messages, isOpen }))
  }

  it('answers after each of them', () => {
    expect(look(true, true, true)).to.deep.equal({})
    expect(look(true, true, false)).to.deep.equal({ [ID]: 'answered after 1 of 2, not after a list' })
    expect(look(false, true, true)).to.deep.equal({ [ID]: 'answered after 2 of 2; ended by the platform' })
    expect(look(true)).to.have.property(ID)
  })
})
