import { describe, it } from 'node:test'
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { IdGenerator, type Pickle } from '@cucumber/messages'
import { expect } from 'chai'
import { findPlanFault } from './plan.ts'

/** The scenarios of a feature, as Cucumber would run them. @param lines after the first, which names the feature */
function planOf(file: string, ...lines: readonly string[]): readonly Pickle[] {
  const newId = IdGenerator.uuid()
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher())
  return compile(parser.parse(['Feature: Some', ...lines].join('\n')), `features/${file}.feature`, newId)
}

const KEPT = ['@AUTH-1', 'Scenario: One', '* a step', '@auth @AUTH-2', 'Scenario: Two', '* a step']

describe('A plan', () => {
  it('is fine when every scenario has an id of its own, of which the catalogue lists checks', () => {
    expect(findPlanFault(planOf('a', ...KEPT))).to.equal(undefined)
  })

  it('of nothing has no fault of its own', () => {
    expect(findPlanFault([])).to.equal(undefined)
  })

  it('is refused for scenarios without an id, with all their places', () => {
    const scenarios = [
      ...planOf('a', ...KEPT, 'Scenario: Three', '* a step'),
      ...planOf('b', '@auth @auth-3 @AUTH', 'Scenario: Four', '* a step'),
    ]
    expect(findPlanFault(scenarios)).to.equal(
      'features/a.feature:8, features/b.feature:3: ' +
        'no tag says which promise this is: give it the next id of its feature, such as @AUTH-6',
    )
  })

  it('is refused for an id that two scenarios have, also of different features', () => {
    const scenarios = [...planOf('a', ...KEPT), ...planOf('b', '@AUTH-2', 'Scenario: Two again', '* a step')]
    expect(findPlanFault(scenarios)).to.equal(
      'features/a.feature:6, features/b.feature:3: ' +
        'more than one scenario is AUTH-2: give each an id of its own',
    )
  })

  it('is refused for an id that the rows of one outline share', () => {
    const outline = ['@AUTH-2', 'Scenario Outline: <x>', '* <x>', 'Examples:', '| x |', '| a |', '| b |']
    expect(findPlanFault(planOf('a', ...outline))).to.match(
      /^features\/a\.feature:7, features\/a\.feature:8: more than one scenario is AUTH-2/,
    )
  })

  it('is refused for an id of which the catalogue lists no check: nothing would have to be checked', () => {
    for (const id of ['AUTH-6', 'OWN-1', 'AUTH-11', 'ALWAYS-1']) {
      expect(findPlanFault(planOf('a', ...KEPT, `@${id}`, 'Scenario: Three', '* a step')), id).to.equal(
        `features/a.feature:9: the catalogue has no check of ${id}: ` +
          'correct its tag, or list what it checks in support/expect/catalogue/',
      )
    }
  })

  it('is told one fault at a time, in one line', () => {
    const scenarios = planOf('a', '@OWN-1', 'Scenario: One', '* a step', 'Scenario: Two', '* a step')
    expect(findPlanFault(scenarios)).to.match(/^features\/a\.feature:5: no tag says/)
    expect(findPlanFault(scenarios)).not.to.contain('\n')
  })
})
