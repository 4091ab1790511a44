import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Passage } from './load.checks.ts'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { describeLoad, forgiveFailures, whoCameThrough, type Load } from './load.ts'

const question = { text: 'What?', workload: 'heron', monthlyCost: 1.5, given: [] }
const ending = { outcome: 'answered', text: 'heron: $1.50' } as const
const end = { exchange: { question, ending }, kept: [question.text, ending.text] }
const well = (name: string): Passage => ({ name, took: { registers: 30, connects: 5 }, end })
const ill = (name: string): Passage => ({ name, took: {}, end: { obstacle: 'it answered 500' } })

function load(...passages: readonly Passage[]): Load {
  return { passages, wallMs: 1000, cpuMs: 100, processors: 2 }
}

/** Whose faults are forgiven where so large a share is promised. */
function forgiven(promised: number, ...passages: readonly Passage[]): string[] {
  const names: string[] = []
  const faults = { expectAnyFaultOf: (name: string): void => void names.push(name) }
  const scenario = { faults, target: { promises: { successUnderLoad: promised } } }
  forgiveFailures(load(...passages), scenario as unknown as Scenario)
  return names
}

describe('What goes wrong in a crowd', () => {
  it('is forgiven nobody where everybody is promised to come through', () => {
    expect(forgiven(1, well('User 1'), ill('User 2'))).to.deep.equal([])
  })

  it('is forgiven those who failed, where as many came through as were promised', () => {
    const crowd = [well('User 1'), ill('User 2'), well('User 3'), well('User 4')]
    expect(forgiven(0.75, ...crowd)).to.deep.equal(['User 2'])
  })

  it('is forgiven nobody where fewer did', () => {
    expect(forgiven(0.75, well('User 1'), ill('User 2'), ill('User 3'))).to.deep.equal([])
  })
})

describe('A crowd that is over', () => {
  const people = ['User 1', 'User 2'].map((name) => ({ name }) as Person)

  it('has people who came through: nobody else is asked for more', () => {
    const through = whoCameThrough(people, load(ill('User 1'), well('User 2')))
    expect(through.map(({ name }) => name)).to.deep.equal(['User 2'])
  })

  it('is told with what the harness took, and of each person what she waited for longest', () => {
    const { text, data } = describeLoad(load(well('User 1'), ill('User 2')))
    expect(text).to.equal(
      '2 people at once in 1 s; the suite itself took 100 ms of CPU (50 ms a person, 10 % of one processor of 2)',
    )
    const { passages } = JSON.parse(data) as { passages: { slowest?: string; fault?: string }[] }
    expect(passages.map(({ slowest }) => slowest)).to.deep.equal(['registers', undefined])
    expect(passages.map(({ fault }) => fault)).to.deep.equal([undefined, 'registers: it answered 500'])
  })
})
