import { describe, it } from 'node:test'
import { expect } from 'chai'
import { FeatureFault } from '#errors/feature-fault'
import { beginScenario } from '#testing/world'
import { askForParallelRuns } from './parallel-runs.ts'

describe('Works at the same time', () => {
  it('are at least two, and no more than one person may have', async () => {
    const asha = beginScenario('LIVE-3').person('Asha')
    for (const count of [1, 4]) {
      const fault = await askForParallelRuns(asha, count).catch((error: unknown) => error)
      expect(fault).to.be.instanceOf(FeatureFault)
      expect(String(fault)).to.contain('say 2 to 3')
    }
  })
})
