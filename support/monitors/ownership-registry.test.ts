import { describe, it } from 'node:test'
import { expect } from 'chai'
import { OwnershipRegistry } from './ownership-registry.ts'

const MARKER = 'asha-r3k9x2-0-iso2-9f2c4b7a11de'
const THREAD = 'thr_7c1e44d0a9b8'

function ashasThings(): OwnershipRegistry {
  const ownership = new OwnershipRegistry()
  for (const value of [MARKER, THREAD]) ownership.register('Asha', value)
  return ownership
}

/** Who is found in a text, each once. */
function ownersIn(ownership: OwnershipRegistry, text: string): string[] {
  return [...new Set(ownership.shownIn(text).map(({ owner }) => owner))]
}

describe("Something of Asha's", () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64')
  const texts = {
    'as it is': THREAD,
    'in a sentence': `What does workload ${MARKER}-owl cost?`,
    'in JSON': JSON.stringify({ thread: { id: THREAD } }),
    'in an address': `https://api.example/api/threads/${THREAD}/messages?limit=1`,
    'in an e-mail address': `${MARKER}@people.netra.example`,
    'in capitals': MARKER.toUpperCase(),
    'in mixed letters': 'Thr_7C1e44D0a9B8',
    'inside a longer id': `run_${THREAD}_0001`,
    'by its distinctive part alone': 'cache-key:9f2c4b7a11de',
    'by its distinctive part in a longer id': 'usage-9f2c4b7a11de-2026',
  }
  for (const [where, text] of Object.entries(texts)) {
    it(`is found ${where}`, () => {
      expect(ownersIn(ashasThings(), text)).to.deep.equal(['Asha'])
    })
  }

  it('is found every time it shows, with the word it was found by', () => {
    const found = ashasThings().shownIn(`${THREAD}, and again ${THREAD}`)
    const thread = { owner: 'Asha', value: THREAD, word: THREAD }
    expect(found).to.deep.equal([thread, thread])
  })

  it('is found by its part where only that stands', () => {
    const found = ashasThings().shownIn('cache-key:9f2c4b7a11de')
    expect(found).to.deep.equal([{ owner: 'Asha', value: MARKER, word: '9f2c4b7a11de' }])
  })

  it('is not found in what only looks like it', () => {
    const ownership = ashasThings()
    for (const text of [
      '',
      'thr_7c1e44d0a9b9',
      'asha',
      'r3k9x2',
      'people of netra',
      base64('nothing of hers'),
    ]) {
      expect(ownersIn(ownership, text)).to.deep.equal([])
    }
  })

  it('is told from what is of others, also in one text', () => {
    const ownership = ashasThings()
    ownership.register('Bram', 'thr_55aa55bb55cc')
    expect(ownersIn(ownership, `thr_55aa55bb55cc after ${THREAD}`)).to.have.members(['Asha', 'Bram'])
    expect(ownership.ownerOf('THR_55AA55BB55CC')).to.equal('Bram')
    expect(ownership.ownerOf('thr_unknown')).to.equal(undefined)
  })
})

describe('A value that two people were given alike', () => {
  it('is a dispute, and stays with whom it was given first', () => {
    const ownership = ashasThings()
    ownership.register('Bram', THREAD)
    expect(ownership.disputes[0]).to.equal(`${THREAD} was given to both Asha and Bram`)
    expect(ownership.ownerOf(THREAD)).to.equal('Asha')
  })

  it('is a dispute in other letters, too', () => {
    const ownership = ashasThings()
    ownership.register('Bram', THREAD.toUpperCase())
    expect(ownership.disputes).not.to.deep.equal([])
  })

  it('is a dispute, also when it is too short to be looked for or has no part of its own', () => {
    for (const value of ['17', 'thr_7c1e_44d0']) {
      const ownership = new OwnershipRegistry()
      for (const person of ['Asha', 'Bram']) ownership.register(person, value)
      expect(ownership.disputes).to.deep.equal([`${value} was given to both Asha and Bram`])
    }
  })

  it('is none when the same person is given it again', () => {
    const ownership = ashasThings()
    ownership.register('Asha', THREAD)
    expect(ownership.disputes).to.deep.equal([])
  })

  it('is none when two markers only begin alike', () => {
    const ownership = ashasThings()
    ownership.register('Bram', 'bram-r3k9x2-0-iso2-000c4b7a11de')
    expect(ownership.disputes).to.deep.equal([])
  })
})

describe('Words that mean nothing', () => {
  it('belong to nobody, also when they stand in the ids of two people', () => {
    const ownership = new OwnershipRegistry()
    ownership.register('Asha', 'connection-17')
    ownership.register('Bram', 'connection-18')
    expect(ownership.disputes).to.deep.equal([])
    expect(ownersIn(ownership, 'the connection is good')).to.deep.equal([])
    expect(ownersIn(ownership, 'on connection-18')).to.deep.equal(['Bram'])
  })
})
