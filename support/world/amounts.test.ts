import { describe, it } from 'node:test'
import { expect } from 'chai'
import { FeatureFault } from '#errors/feature-fault'
import { milliseconds, seconds } from '#waiting/duration'
import { COUNT, DURATION, PEOPLE, readCount, readDuration, readPeople } from './amounts.ts'

/** The parts of a text that a pattern fits from end to end; none where it does not. */
const partsOf = (pattern: RegExp, text: string): string[] | undefined =>
  new RegExp(`^(?:${pattern.source})$`).exec(text)?.slice(1)

describe('How many a feature says', () => {
  const said: readonly (readonly [string, number])[] = [
    ['10', 10],
    ['ten', 10],
    ['1', 1],
    ['one', 1],
    ['twelve', 12],
    ['250', 250],
  ]
  for (const [word, count] of said) {
    it(`is a number from one on, in digits or as a word: ${word}`, () => {
      expect(partsOf(COUNT, word)).to.deep.equal([])
      expect(readCount(word)).to.equal(count)
    })
  }

  for (const word of ['0', 'zero']) {
    it(`is never ${word}: that is a fault of the feature, told with what may be said`, () => {
      expect(partsOf(COUNT, word)).to.deep.equal([])
      expect(() => readCount(word)).to.throw(FeatureFault, `${word} promises nothing: say 1 or more`)
    })
  }

  it('is no other word, no part of a number and no number with a sign', () => {
    for (const word of ['many', 'Ten', 'tenth', '1.5', '-1', 'ten times', ''])
      expect(partsOf(COUNT, word), word).to.equal(undefined)
  })
})

describe('How long a feature says', () => {
  const said = [
    ['2 seconds', seconds(2)],
    ['1 second', seconds(1)],
    ['two seconds', seconds(2)],
    ['1.5 seconds', milliseconds(1_500)],
    ['ten minutes', seconds(600)],
    ['250 milliseconds', milliseconds(250)],
  ] as const
  for (const [words, duration] of said) {
    it(`is an amount and a unit: ${words}`, () => {
      const [amount = '', unit = ''] = partsOf(DURATION, words) ?? []
      expect(readDuration(amount, unit)).to.deep.equal(duration)
    })
  }

  for (const words of ['0 seconds', 'zero minutes', '0.0 seconds']) {
    it(`is never ${words}: that is a fault of the feature`, () => {
      const [amount = '', unit = ''] = partsOf(DURATION, words) ?? []
      expect(() => readDuration(amount, unit)).to.throw(FeatureFault, `${words} are no time: say more`)
    })
  }

  it('is nothing without an amount or a unit that is known', () => {
    for (const words of ['2', 'seconds', '2 hours', '-2 seconds', 'two  seconds', '2 seconds or so'])
      expect(partsOf(DURATION, words), words).to.equal(undefined)
  })
})

describe('How many people a feature says', () => {
  it('is two or more', () => {
    for (const [words, count] of [
      ['2 people', 2],
      ['200 people', 200],
    ] as const) {
      expect(partsOf(PEOPLE, words)).to.deep.equal([])
      expect(readPeople(words)).to.equal(count)
    }
  })

  for (const words of ['1 people', '0 people']) {
    it(`is never ${words}: there would be nobody to be mixed up with`, () => {
      expect(() => readPeople(words)).to.throw(
        FeatureFault,
        `${words} cannot be mixed up with anybody: say 2 or more`,
      )
    })
  }
})
