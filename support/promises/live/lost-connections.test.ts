import { describe, it } from 'node:test'
import { expect } from 'chai'
import { FeatureFault } from '#errors/feature-fault'
import { beginScenario } from '#testing/world'
import { loseConnection } from './lost-connections.ts'

describe('A line that is lost so many times', () => {
  it('is lost in one way for each time, and in no other number', async () => {
    const world = beginScenario('LIVE-2')
    for (const ways of [[], ['she hangs up'], ['she hangs up', 'it is cut off', 'it falls silent']]) {
      const fault = await loseConnection(world.person('Asha'), 2, ways, world.scenario).catch(
        (error: unknown) => error,
      )
      expect(fault).to.be.instanceOf(FeatureFault)
      expect(String(fault)).to.contain(`lost 2 times, in ${ways.length} ways`)
    }
  })
})
