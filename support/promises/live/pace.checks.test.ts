import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import { toldAsItHappens, type RunProbes } from './pace.checks.ts'

const UNPINGED = { pings: [], endedAt: 0 }

describe('Work that is told as it happens', () => {
  const running = (told: number): RunProbes['probes'][number] => ({
    told,
    at: 0,
    stamp: 0,
    status: 'running',
  })
  const look = (probes: RunProbes['probes'], fault?: string): Record<string, string> =>
    brokenIn(toldAsItHappens({ probes, fault, ...UNPINGED }))
  const ID = 'told-as-it-happens'

  it('was still going on when two different numbers of words had been told', () => {
    expect(look([running(5), running(10), { told: 15, at: 0, stamp: 0, status: 'completed' }])).to.deep.equal(
      {},
    )
  })

  it('is found out when its record says otherwise, or says it once only', () => {
    const observed = '2 looks; still running when 5 had been told'
    expect(look([running(5), { told: 10, at: 0, stamp: 0, status: 'completed' }])).to.deep.equal({
      [ID]: observed,
    })
    expect(look([running(5), running(5)])).to.have.property(ID)
    expect(look([])).to.deep.equal({ [ID]: '0 looks; still running when none had been told' })
  })

  it('is told on a line that answers meanwhile, if calls are answered then', () => {
    const probes = [running(5), running(10)]
    const judge = (...pings: RunProbes['pings']): Record<string, string> =>
      brokenIn(toldAsItHappens({ probes, fault: undefined, pings, endedAt: 100 }))
    const late = { pong: 101, look: 50, isRunning: true }
    expect(judge(late, late, late)[ID]).to.match(/; no ping was answered until it was over$/)
    expect(judge(late, late, late, { ...late, pong: 99 })).to.deep.equal({})
    for (const other of [{ look: 101 }, { isRunning: false }])
      expect(judge(late, late, { ...late, ...other })).to.deep.equal({})
  })

  it('had been told well before its end on record, however long each look took', () => {
    const over = (told: number, at: number): RunProbes['probes'][number] => ({
      told,
      at,
      stamp: 0,
      status: 'completed',
    })
    const judge = (...probes: RunProbes['probes']): Record<string, string> =>
      brokenIn(toldAsItHappens({ probes, fault: undefined, ...UNPINGED, finishedAt: 2_000 }))
    expect(judge(over(5, 900), over(10, 1_500))).to.deep.equal({})
    expect(judge(over(5, 900), over(10, 1_800))).to.have.property(ID)
    expect(judge(over(5, 1_990), over(10, 2_010))).to.have.property(ID)
  })

  it('was told in the time that it took, where it was over before its words had come', () => {
    const told = (...times: readonly number[]): Record<string, string> =>
      look(times.map((at, index) => ({ told: 5 * index, at, stamp: 100 * index, status: 'completed' })))
    expect(told(300, 400, 500, 600, 700, 800, 900, 1_000)).to.deep.equal({})
    expect(told(500, 500, 500, 600, 610, 810, 900, 950)).to.deep.equal({})
    expect(told(700, 700, 701, 702, 702, 703, 704, 705)).to.have.property(ID)
    expect(told(0, 700, 701, 702, 702, 703, 704, 1_000)).to.have.property(ID)
    expect(told(300)).to.have.property(ID)
  })

  it('is not taken by its pace where it took long', () => {
    const long = [0, 1, 2, 3].map((index) => ({
      told: index,
      at: 900 * index,
      stamp: 900 * index,
      status: 'completed',
    }))
    expect(look(long)).to.have.property(ID)
  })

  it('is found out when it is not told to its end', () => {
    const observed = '2 looks; still running when 5, 10 had been told; it fell silent'
    expect(look([running(5), running(10)], 'it fell silent')).to.deep.equal({ [ID]: observed })
  })
})
