import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { CHECK_IDS, entryOf, type CheckId } from './catalogue.ts'

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

const SCENARIOS = globSync('features/*.feature').flatMap(
  (file) => readFileSync(file, 'utf8').match(/(?<=^\s*@)[A-Z]+-\d+$/gm) ?? [],
)
const STANDARD = /^(RFC [1-9]\d{2,4} §|OIDC Core §)[1-9]\d?(\.\d{1,2})*$|^ASVS ([1-9]|1[0-7])(\.[1-9]\d?){2}$/

/** What is wrong with a source, if anything: the features are looked up, standards are not. */
function faultOf(source: string): string | undefined {
  const [, scenario] = /^scenario (.+)$/.exec(source) ?? []
  if (scenario !== undefined) return SCENARIOS.includes(scenario) ? undefined : `there is no ${scenario}`
  return source === 'every scenario' || STANDARD.test(source) ? undefined : `"${source}" is no source`
}

function sourcesOf(id: CheckId): readonly string[] {
  return entryOf(id).source ?? []
}

describe('The sources of the checks', () => {
  it('stand where they are said to stand', () => {
    const faults = CHECK_IDS.flatMap((id) =>
      sourcesOf(id).flatMap((source) => (faultOf(source) ? [`${id}: ${faultOf(source)}`] : [])),
    )
    expect(faults).to.deep.equal([])
  })

  it('are cited once by each check, and so are clauses', () => {
    const cited = (id: CheckId): string[] => [...sourcesOf(id), ...(entryOf(id).clauses ?? [])]
    expect(CHECK_IDS.filter((id) => new Set(cited(id)).size < cited(id).length)).to.deep.equal([])
    expect(CHECK_IDS.filter((id) => cited(id).length === 0)).to.deep.equal([])
  })

  it('name only a scenario of their own check', () => {
    const foreign = CHECK_IDS.flatMap((id) =>
      sourcesOf(id).filter((source) => /^scenario /.test(source) && !id.startsWith(`${source.slice(9)}.`)),
    )
    expect(foreign).to.deep.equal([])
  })

  const wrong = [
    ['contract §2 POST /auth/login', '"contract §2 POST /auth/login" is no source'],
    ['scenario AUTH-99', 'there is no AUTH-99'],
    ['RFC 7519', '"RFC 7519" is no source'],
    ['RFC 7519 §4.', '"RFC 7519 §4." is no source'],
    ['ASVS 18.1.1', '"ASVS 18.1.1" is no source'],
    ['hearsay', '"hearsay" is no source'],
  ] as const
  for (const [source, fault] of wrong) {
    it(`would be found wrong: ${source}`, () => {
      expect(faultOf(source)).to.equal(fault)
    })
  }
})
