import { describe, it } from 'node:test'
import { expect } from 'chai'
import { figuresAt } from './figures.ts'

describe('The figures of a run', () => {
  it('count the scenarios from when the first could begin, and all but the start of the stack', () => {
    expect(figuresAt(12_000, 1_800, 3_000)).to.include({
      ...{ stackStartMs: 1_800, scenariosMs: 9_000, wallBeyondStackMs: 10_200 },
    })
  })

  it('tell no time of scenarios where none could begin', () => {
    expect(figuresAt(12_000, 1_800, 0)).to.include({ scenariosMs: 0, wallBeyondStackMs: 10_200 })
  })

  it('tell the work of this process in milliseconds, whatever it was for', (test) => {
    test.mock.method(process, 'cpuUsage', () => ({ user: 2_000_000, system: 400_000 }))
    expect(figuresAt(1, 0, 0)).to.include({ suiteCpuMs: 2_400 })
  })
})
