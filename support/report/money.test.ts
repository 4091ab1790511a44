import { describe, it } from 'node:test'
import { expect } from 'chai'
import { runRecord, scenarioRecord } from '#testing/run-record'
import { outcomeOf } from '#testing/outcome'
import { addUp, standingOf, type Standing } from './money.ts'

const broken = {
  status: 'failed',
  id: 'AUTH-1.one-identity-everywhere',
  ...{ expected: 'one', observed: 'two' },
} as const

describe('What a feature protects', () => {
  const standing = (...scenarios: Parameters<typeof runRecord>[0]): Standing | undefined => {
    const record = runRecord(scenarios)
    const [feature] = record.features
    return feature && standingOf(feature, record)
  }
  const failed = scenarioRecord({
    status: 'FAILED',
    outcome: outcomeOf({ checks: [broken], blamed: ['target'] }),
  })

  it('is protected when every promise was kept', () => {
    expect(standing(scenarioRecord(), scenarioRecord({ id: 'AUTH-2' }))).to.equal('protected')
  })

  it('is at risk when one is broken, whatever else there is', () => {
    expect(standing(scenarioRecord(), failed, scenarioRecord({ outcome: undefined }))).to.equal('at risk')
  })

  it('is at risk wherever something has leaked, where it is the liability for that', () => {
    const leak = { ...broken, id: 'ALWAYS.nothing-foreign-shows', leak: true } as const
    const record = runRecord([
      scenarioRecord({ status: 'FAILED', outcome: outcomeOf({ checks: [leak], blamed: ['target'] }) }),
    ])
    const [feature] = record.features
    const other = (protects: string): Standing | undefined =>
      feature && standingOf({ ...feature, uri: 'features/other.feature', protects }, record)
    expect(other('$500K+ liability from data leaks')).to.equal('at risk')
    expect(other('$50K+ MRR')).to.equal('not proven')
  })

  it('is not proven when nothing was run, or something has not come to its end', () => {
    expect(standing()).to.equal('not proven')
    expect(standing(scenarioRecord(), scenarioRecord({ outcome: undefined }))).to.equal('not proven')
    expect(standing(scenarioRecord({ feature: 'features/other.feature' }))).to.equal('not proven')
  })

  it('is added up by kind, and told as it stands where it is no amount', () => {
    expect(
      addUp(['$50K+ MRR from a', 'the good name', '$50K+ MRR of b', '$500K+ liability from c']),
    ).to.deep.equal(['$100K+ MRR', '$500K+ liability', 'the good name'])
    expect(addUp([])).to.deep.equal([])
  })
})
