import { describe, it } from 'node:test'
import { expect } from 'chai'
import { seconds } from '#waiting/duration'
import { figuresAt } from './figures.ts'

describe('The figures of a run', () => {
  it('count the scenarios from when the first could begin, and all but the start of the stack', () => {
    expect(figuresAt(12_000, 1_800, 3_000)).to.deep.include({
      stackStart: seconds(1.8),
      scenarios: seconds(9),
      wallBeyondStack: seconds(10.2),
    })
  })

  it('tell no time of scenarios where none could begin', () => {
    expect(figuresAt(12_000, 1_800, 0)).to.deep.include({
      scenarios: seconds(0),
      wallBeyondStack: seconds(10.2),
    })
  })

  it('tell the work of this process, whatever it was for', (test) => {
    test.mock.method(process, 'cpuUsage', () => ({ user: 2_000_000, system: 400_000 }))
    expect(figuresAt(1, 0, 0)).to.deep.include({ suiteCpu: seconds(2.4) })
  })
})
