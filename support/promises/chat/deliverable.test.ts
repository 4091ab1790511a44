import { describe, it } from 'node:test'
import { expect } from 'chai'
import { FeatureFault } from '#errors/feature-fault'
import { migrationPlan, planOfFive } from '#promises/shared/assignments'
import { beginScenario } from '#testing/world'
import { inParts } from './deliverable.ts'

describe('Work in as many parts as a feature says', () => {
  const asha = beginScenario('CHAT-5').person('Asha')

  it('is the work that has as many', () => {
    const [five, six] = [planOfFive(asha), migrationPlan(asha)]
    expect([inParts(5, five), inParts(6, six)]).to.deep.equal([five, six])
  })

  it('is a fault of the feature where it has another number, which is told', () => {
    const told = 'this work has 5 parts, not 6: say 5'
    expect(() => inParts(6, planOfFive(asha))).to.throw(FeatureFault, told)
  })
})
