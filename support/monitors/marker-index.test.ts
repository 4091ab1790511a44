import { describe, it } from 'node:test'
import { expect } from 'chai'
import { MarkerIndex } from './marker-index.ts'

function found(words: readonly string[], text: string): string[] {
  const index = new MarkerIndex<{ word: string }>()
  for (const word of words) index.add({ word })
  const told: string[] = []
  index.scan(text, ({ word }) => told.push(word))
  return told
}

describe('Known words', () => {
  it('are told of in the order of the text, at its beginning and its end, too', () => {
    expect(found(['alpha-0001', 'beta_00002'], 'beta_00002 alpha-0001')).to.deep.equal([
      'beta_00002',
      'alpha-0001',
    ])
  })

  it('are told from others that differ in a joint, a letter or the length', () => {
    for (const text of ['alpha_0001', 'alpha-0002', 'alpha-00011', 'alpha--0001', 'balpha-0001']) {
      expect(found(['alpha-0001'], text)).to.deep.equal([])
    }
  })

  it('are found where many end alike', () => {
    const words = Array.from({ length: 3_000 }, (_, number) => `job-${number}-of-the-pipeline`)
    expect(found(words, `see ${words.join(', ')}`)).to.deep.equal(words)
    expect(found(words, 'job-3000-of-the-pipeline')).to.deep.equal([])
  })

  it('are told from others that the index puts in the same place', () => {
    for (const [one, other] of [
      ['1c323c3ba9b8', '5135196ca9b8'],
      ['33155da40d94', '85e8a6ec373130'],
    ] as const) {
      expect(found([one], other)).to.deep.equal([])
      expect(found([other], one)).to.deep.equal([])
      expect(found([one, other], `${other} ${one}`)).to.deep.equal([other, one])
    }
  })

  it('are found as a part of a word that is not known, and not twice in one that is', () => {
    expect(found(['0123456789ab'], 'run_0123456789ab_7')).to.deep.equal(['0123456789ab'])
    expect(found(['0123456789ab', 'run_0123456789ab'], 'run_0123456789ab')).to.deep.equal([
      'run_0123456789ab',
    ])
  })

  it('are found in a text longer than any before, and between letters of other alphabets', () => {
    const text = `${'–ü '.repeat(5_000)}alpha-0001é`
    expect(found(['alpha-0001'], `${text}`)).to.deep.equal(['alpha-0001'])
  })

  it('are looked up whatever their length, but too short ones are not looked for', () => {
    const index = new MarkerIndex<{ word: string }>()
    index.add({ word: 'A-1' })
    expect(index.get('a-1')?.word).to.equal('A-1')
    expect(found(['a-1'], 'a-1 a-1')).to.deep.equal([])
  })
})
