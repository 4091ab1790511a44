import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { clauseTexts, pageFaults } from './contract-clauses.ts'

const PAGE = readFileSync('docs/platform-contract.md', 'utf8')
const ID = /^[a-z]+(\.[a-z]+(-[a-z]+)*)+$/

describe('The clauses of the contract', () => {
  const clauses = clauseTexts()

  it('are the page: each stands there, and nothing stands there besides', () => {
    expect(pageFaults(clauses)).to.deep.equal([])
  })

  it('are named by their subject and what is said of it', () => {
    expect(clauses.filter(({ id }) => !ID.test(id))).to.deep.equal([])
  })

  const changes = {
    'a limit that only the page has changed': {
      from: '1 to 8,000 characters',
      to: '1 to 9,000 characters',
      fault:
        'section 3 of the contract says "A message has 1 to 9,000 characters (422)", and not limits.message-length ("A message has 1 to 8,000 characters (422)")',
    },
    'a time that only the page has changed': {
      from: 'more than\n10 s of silence',
      to: 'more than\n20 s of silence',
      fault:
        'section 4 of the contract says "during a run there are never more than 20 s of silence", and not events.no-silence ("during a run there are never more than 10 s of silence")',
    },
    'a sentence that belongs to no clause': {
      from: "is the caller's.",
      to: "is the caller's. Every answer is **signed**.",
      fault: 'section 3 of the contract says "Every answer is signed", which belongs to no clause',
    },
    'words in a cell that belong to no clause': {
      from: '| 401 for a wrong or missing key',
      to: '| 403 on Sundays; 401 for a wrong or missing key',
      fault: 'section 2 of the contract says "403 on Sundays", which belongs to no clause',
    },
    'a last sentence that belongs to no clause': {
      from: 'and the next message works.',
      to: 'and the next message works. Agents are kind.\n',
      fault: 'section 5 of the contract says "Agents are kind", which belongs to no clause',
    },
    'a clause whose words are gone': {
      from: 'Within a run the supervisor starts first. ',
      to: '',
      fault:
        'section 4 of the contract does not say events.supervisor-first ("Within a run the supervisor starts first")',
    },
    'a short clause whose words are gone': {
      from: 'its live lines close with 1008 within 2 s | 401 |',
      to: 'its live lines close with 1008 within 2 s |  |',
      fault: 'section 2 of the contract does not say auth.logout.refused ("401")',
    },
  }
  for (const [what, { from, to, fault }] of Object.entries(changes)) {
    it(`would be found wrong: ${what}`, () => {
      expect(PAGE).to.contain(from)
      expect(pageFaults(clauses, PAGE.replace(from, to))).to.deep.equal([fault])
    })
  }

  it('would be found wrong: an id twice, and one without words', () => {
    const [first = { id: '', section: 0, words: '' }] = clauses
    expect(pageFaults([...clauses, { ...first, words: ' ' }])).to.deep.equal([
      `${first.id} is the id of two clauses`,
      `${first.id} has no words`,
    ])
  })
})
