import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import { recordIsWhatWasTold, toldAsItHappens, type RunProbes } from './single-watcher.checks.ts'

describe('Work that is told as it happens', () => {
  const running = (told: number): RunProbes['probes'][number] => ({ told, status: 'running' })
  const look = (probes: RunProbes['probes'], fault?: string): Record<string, string> =>
    brokenIn(toldAsItHappens({ probes, fault }))
  const ID = 'told-as-it-happens'

  it('was still going on when two different numbers of words had been told', async () => {
    expect(look([running(5), running(10), { told: 15, status: 'completed' }])).to.deep.equal({})
  })

  it('is found out when its record says otherwise, or says it once only', async () => {
    const observed = '2 looks; still running when 5 had been told'
    expect(look([running(5), { told: 10, status: 'completed' }])).to.deep.equal({ [ID]: observed })
    expect(look([running(5), running(5)])).to.have.property(ID)
    expect(look([])).to.deep.equal({ [ID]: '0 looks; still running when none had been told' })
  })

  it('is found out when it is not told to its end', async () => {
    const observed = '2 looks; still running when 5, 10 had been told; it fell silent'
    expect(look([running(5), running(10)], 'it fell silent')).to.deep.equal({ [ID]: observed })
  })
})

describe('The record of a run', () => {
  const look = (told: readonly object[], recorded: readonly object[]): Record<string, string> =>
    brokenIn(recordIsWhatWasTold({ told, recorded }))
  const [ONE, TWO] = [{ n: 1, what: { a: 'x' } }, { n: 2 }]
  const ID = 'record-is-what-was-told'

  it('is what was told, letter for letter', async () => {
    expect(look([ONE, TWO], [{ n: 1, what: { a: 'x' } }, { n: 2 }])).to.deep.equal({})
    expect(look([ONE, TWO], [{ n: 1, what: { a: 'y' } }, TWO])).to.deep.equal({
      [ID]: '2 told, 2 on record; the first that differs is number 1',
    })
  })

  it('has nothing more, nothing less, and something', async () => {
    expect(look([ONE], [ONE, TWO])).to.deep.equal({ [ID]: '1 told, 2 on record' })
    expect(look([ONE, TWO], [ONE])).to.have.property(ID)
    expect(look([], [])).to.have.property(ID)
  })
})
