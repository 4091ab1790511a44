import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { before, describe, it } from 'node:test'
import type { Envelope } from '@cucumber/messages'
import { expect } from 'chai'
import { CHECK_IDS } from '#expect/catalogue'
import { plantedDefects, type PlantedDefect } from './defects.ts'
import { dryRun } from './dry-run.ts'
import { featuresIn } from './features.ts'
import { explainedTerms, ordinaryWords, unknownWords } from './glossary.ts'
import { writtenPages } from './pages.ts'
import { parametersIn, phrasesIn } from './phrases.ts'

const LINK = /\]\((?!https:)([^)#]+)[^)]*\)/g

describe('The pages of docs/', () => {
  let messages: Envelope[] = []
  let defects: PlantedDefect[] = []

  before(async () => {
    ;[messages, defects] = await Promise.all([dryRun(), plantedDefects()])
  })

  const pages = ['docs/contract-coverage.md', 'docs/phrases.md', 'docs/traceability.md']
  for (const file of [...pages, 'docs/proof.schema.json', 'docs/verdict.schema.json']) {
    it(`are as they are written today: if ${file} is not, say npm run docs`, () => {
      const page = writtenPages(messages, defects).find((each) => each.file === file)
      expect(readFileSync(file, 'utf8')).to.equal(page?.text)
    })
  }

  for (const file of pages) {
    it(`link to what is there: ${file}`, () => {
      const links = [...readFileSync(file, 'utf8').matchAll(LINK)].map(([, link = '']) => link)
      expect(links).to.not.deep.equal([])
      expect(links.filter((link) => !existsSync(join(dirname(file), link)))).to.deep.equal([])
    })
  }

  it('trace every check, and each to a defect that reddens it', () => {
    const rows = readFileSync('docs/traceability.md', 'utf8').match(/^\| `[A-Z]+.+$/gm) ?? []
    expect(rows.map((row) => /`(.+?)`/.exec(row)?.[1])).to.have.members(CHECK_IDS)
    expect(rows.filter((row) => row.endsWith('|  |'))).to.deep.equal([])
  })

  it('know every phrase by its keyword, its table and its scenarios', () => {
    const phrases = phrasesIn(messages)
    const used = featuresIn(messages).flatMap(({ promises }) => promises.flatMap(({ steps }) => steps))
    expect(phrases.filter(({ keyword }) => !/^(Given|When|Then)$/.test(keyword))).to.deep.equal([])
    expect(phrases.filter(({ takesTable }) => takesTable)).to.not.deep.equal([])
    expect(phrases.flatMap(({ usedIn }) => usedIn)).to.have.length.within(1, used.length)
  })

  it('say of a parameter what the comment above it says', () => {
    const user = parametersIn(messages).find(({ name }) => name === 'user')
    expect(user).to.deep.include({ meaning: 'A name of the cast is that person.' })
    expect(user?.pattern).to.match(/^Asha\|/)
  })

  it('agree with what an editor is told of the parameters that it cannot read by itself', () => {
    const { 'cucumber.parameterTypes': told } = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
      'cucumber.parameterTypes': { name: string; regexp: string }[]
    }
    const patterns = parametersIn(messages).map(({ name, pattern }) => `${name}: ${pattern}`)
    expect(patterns).to.include.members(told.map(({ name, regexp }) => `${name}: ${regexp}`))
  })

  it('explain every word of a scenario that is not an ordinary one', () => {
    const steps = featuresIn(messages).flatMap(({ promises }) => promises.flatMap((each) => each.steps))
    const cells = steps.flatMap(({ argument }) => argument?.dataTable?.rows.flatMap((row) => row.cells) ?? [])
    const text = [...steps.map((step) => step.text), ...cells.map(({ value }) => value)].join('\n')
    // Each belongs into docs/glossary.md or, if it means what it means everywhere, among the ordinary words.
    expect(unknownWords(text, [...explainedTerms(), ...ordinaryWords()])).to.deep.equal([])
  })
})

describe('The glossary', () => {
  it('explains each term once, in the order of the alphabet', () => {
    const terms = explainedTerms().map((term) => term.toLowerCase())
    expect(terms).to.deep.equal([...new Set(terms)].sort())
  })

  it('knows a word in all its forms, and none besides', () => {
    const known = ['carry, pass', 'sign of life', 'renew']
    expect(unknownWords(`Carries passes of "Payroll", a sign's life renewed`, known)).to.deep.equal(['a'])
    expect(unknownWords('renewals of lives', known)).to.deep.equal(['renewals', 'lives'])
  })
})
