import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { CHECK_IDS, entryOf } from './catalogue.ts'

/** Every id that was ever given. Adding one is fine; one that is gone or renamed is not. */
const PINNED = JSON.parse(readFileSync(join(__dirname, 'catalogue.ids.json'), 'utf8')) as string[]

const ID = /^(ALWAYS|[A-Z]+-[1-9]\d*)\.[a-z]+(-[a-z]+)*$/
const PROTOCOL =
  /\b(https?|status(es)?|headers?|json|payloads?|tokens?|jwts?|(web)?sockets?|endpoints?|ids?)\b|\b[45](xx|\d\d)\b/i

const promises = CHECK_IDS.map((id) => entryOf(id).promise)
const scenarios = [...new Set(CHECK_IDS.map((id) => id.split('.')[0]))].filter((id) => id !== 'ALWAYS')

describe('The catalogue of checks', () => {
  it('has exactly the ids that are pinned: a new one is added to catalogue.ids.json, an old one stays', () => {
    expect([...CHECK_IDS].sort()).to.deep.equal(PINNED)
  })

  it('is pinned in order and without repeats', () => {
    expect(PINNED).to.deep.equal([...new Set(PINNED)].sort())
  })

  it('names every check by its scenario and what is observed', () => {
    expect(CHECK_IDS.filter((id) => !ID.test(id))).to.deep.equal([])
  })

  it('says every promise in one sentence, with a capital and without a full stop', () => {
    const odd = promises.filter((promise) => !/^[A-Z][^\n]{10,85}[^\s.!?:;,]$/.test(promise))
    expect(odd).to.deep.equal([])
  })

  it('says every promise without a word of the protocol', () => {
    expect(promises.filter((promise) => PROTOCOL.test(promise))).to.deep.equal([])
    expect('The status of a token at the endpoint').to.match(PROTOCOL)
  })

  it('says no two promises alike', () => {
    expect(promises.filter((promise, index) => promises.indexOf(promise) !== index)).to.deep.equal([])
  })

  it('has for every scenario a check without which it has not been tested', () => {
    const hasCore = (scenario: string | undefined): boolean =>
      CHECK_IDS.some((id) => id.startsWith(`${scenario}.`) && entryOf(id).core === true)
    expect(scenarios.filter((scenario) => !hasCore(scenario))).to.deep.equal([])
  })
})
