import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { IdGenerator, type GherkinDocument, type Pickle } from '@cucumber/messages'
import { expect } from 'chai'

const PROTOCOL =
  /\b(https?|status(es)?|[45]xx|40\d|422|429|50[0-4]|headers?|json|payloads?|tokens?|jwts?|(web)?sockets?|endpoints?|tables?|ids?)\b/i
const FIRST_PERSON = /\b(I|me|my|we|us|our)\b/
const PERMANENT_ID = /^@[A-Z]+-[1-9]\d*$/

interface Compiled {
  readonly document: GherkinDocument
  readonly pickles: readonly Pickle[]
}

function compileFeature(text: string): Compiled {
  const newId = IdGenerator.incrementing()
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text)
  return { document, pickles: compile(document, '', newId) }
}

/** Everything that a reader reads: names, descriptions, steps and cells, but no tags. */
function* textsIn(node: object): Generator<string> {
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (key === 'tags' || key === 'comments') continue
    if (typeof value === 'string' && /^(name|description|text|value|content)$/.test(key)) yield value
    if (typeof value === 'object' && value !== null) yield* textsIn(value)
  }
}

function faultsOfFeature({ document }: Compiled): string[] {
  const { feature, comments } = document
  const tags = feature?.tags.map(({ name }) => name) ?? []
  return [
    tags.length === 1 && /^@[a-z]+$/.test(tags[0] ?? '') ? '' : 'has not one tag of a feature',
    /^\s*Protects: \S/m.test(feature?.description ?? '') ? '' : 'does not say what it protects',
    comments.length === 0 ? '' : 'has a comment',
    ...[...textsIn(document)].map((text) => {
      const word = PROTOCOL.exec(text)?.[0] ?? FIRST_PERSON.exec(text)?.[0]
      return word === undefined ? '' : `says "${word}" in "${text.trim()}"`
    }),
  ].filter(Boolean)
}

/** Ids of the steps that stand in a Background, of the feature or of a Rule. */
function backgroundOf({ feature }: GherkinDocument): Set<string> {
  const children = feature?.children.flatMap((child) => [child, ...(child.rule?.children ?? [])]) ?? []
  return new Set(children.flatMap(({ background }) => background?.steps ?? []).map(({ id }) => id))
}

function faultsOfPickle({ document }: Compiled, { name, steps, tags }: Pickle): string[] {
  const background = backgroundOf(document)
  const kinds = steps.map(({ type }) => type).join(' ')
  const shared = new Set((document.feature?.tags ?? []).map(({ id }) => id))
  const before = steps.filter(({ astNodeIds }) => astNodeIds.some((id) => background.has(id))).length
  const columns = steps.map(({ argument }) => argument?.dataTable?.rows[0]?.cells.length ?? 0)
  const own = tags.filter(({ astNodeId }) => !shared.has(astNodeId)).map((tag) => tag.name)
  const ids = own.filter((tag) => PERMANENT_ID.test(tag))
  return [
    steps.length >= 5 && steps.length <= 10 ? '' : `has ${steps.length} steps`,
    before <= 2 ? '' : `has ${before} lines of Background`,
    /^(Context )*Action( Outcome)+$/.test(kinds) ? '' : `is not Given, one When, Then, but ${kinds}`,
    Math.max(0, ...columns) <= 4 ? '' : 'has too wide a table',
    /\b(verif(y|ies)|should)\b/i.test(name) ? 'is a task, not an outcome' : '',
    ids.length === 1 ? '' : `has ${ids.length} permanent ids`,
    own.length - ids.length <= 1 ? '' : 'has more than one tag besides its id',
  ].flatMap((fault) => (fault ? [`"${name}" ${fault}`] : []))
}

function faultsOf(text: string): string[] {
  const compiled = compileFeature(text)
  return [...faultsOfFeature(compiled), ...compiled.pickles.flatMap((each) => faultsOfPickle(compiled, each))]
}

const files = globSync('features/*.feature')
const texts = files.map((file) => readFileSync(file, 'utf8'))

describe('The features', () => {
  it('are there, each with something to run', () => {
    expect(texts.map((text) => compileFeature(text).pickles.length)).to.not.be.empty.and.not.include(0)
  })

  files.forEach((file, index) => {
    it(`keep the rules of style: ${file}`, () => {
      expect(faultsOf(texts[index] ?? '')).to.deep.equal([])
    })
  })

  it('give no permanent id and no title twice', () => {
    const pickles = texts.flatMap((text) => compileFeature(text).pickles)
    const ids = pickles.flatMap(({ tags }) =>
      tags.map(({ name }) => name).filter((name) => PERMANENT_ID.test(name)),
    )
    const all = [...ids, ...pickles.map(({ name }) => name)]
    expect(all.filter((each, index) => all.indexOf(each) !== index)).to.deep.equal([])
  })
})

const GOOD = `@auth
Feature: Doors
  Protects: $1 of trust

  Background:
    Given Asha is here

  @AUTH-1 @journey
  Scenario: A door opens
    Given Asha is at the door
    When Asha knocks
    Then the door opens to
      | Asha | Bram |
    And Asha is in
`

describe('The rules of style', () => {
  const spoiled = [
    ['@auth', '', 'has not one tag of a feature'],
    ['Protects: $1', 'Worth $1', 'does not say what it protects'],
    ['  @AUTH-1', '  # Why\n  @AUTH-1', 'has a comment'],
    ['of trust', 'of a token', 'says "token" in "Protects: $1 of a token"'],
    ['A door opens', 'An endpoint opens', 'says "endpoint" in "An endpoint opens"'],
    ['Asha knocks', 'Asha sends JSON', 'says "JSON" in "Asha sends JSON"'],
    ['| Bram |', '| 401 |', 'says "401" in "401"'],
    ['Asha is here', 'I am here', 'says "I" in "I am here"'],
    ['    And Asha is in', '', 'has 4 steps'],
    ['And Asha is in', 'And more\n'.repeat(7), 'has 11 steps'],
    ['Given Asha is here', 'Given Asha is here\n'.repeat(3), 'has 3 lines of Background'],
    ['Asha knocks', 'Asha knocks\n    And Asha rings', 'is not Given, one When, Then'],
    ['And Asha is in', 'When Asha is in', 'is not Given, one When, Then'],
    ['When Asha', 'Given Asha', 'is not Given, one When, Then'],
    ['| Bram |', '| Bram | c | d | e |', 'has too wide a table'],
    ['A door opens', 'A door should open', 'is a task, not an outcome'],
    ['@AUTH-1', '', 'has 0 permanent ids'],
    ['@AUTH-1', '@AUTH-1 @AUTH-2', 'has 2 permanent ids'],
    ['@journey', '@journey @slow', 'has more than one tag besides its id'],
  ] as const
  it('find nothing wrong in what keeps them', () => {
    expect(faultsOf(GOOD)).to.deep.equal([])
  })
  for (const [from, to, fault] of spoiled) {
    it(`find that a feature ${fault}: "${to.trim()}"`, () => {
      const faults = faultsOf(GOOD.replace(from, to))
      expect(faults).to.have.length(1)
      expect(faults[0]).to.contain(fault)
    })
  }
})
