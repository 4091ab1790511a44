import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import type { CheckResult } from '#expect/check'
import { goneForGood, connectionKeepsItsOwner, type Departure } from './departure.checks.ts'
import type { AccessAttempt } from '#promises/shared/access-points.checks'
import type { Trespass } from './trespass.checks.ts'

const door = (name: string, outcome: AccessAttempt['outcome']): AccessAttempt => ({
  ...{ accessPoint: name, outcome, how: `answered ${outcome}`, texts: [], explained: true },
})
const both = (outcome: AccessAttempt['outcome']): AccessAttempt[] => [
  door('the account', outcome),
  door('the live line', outcome),
]
const REFUSAL = '[404,{"error_code":"THREAD_NOT_FOUND"},{}]'
const attempt = (foreign: string): Trespass => ({
  ...{ asker: 'User 1', owner: 'User 2', verb: 'read', of: 'run', name: 'GET /api/runs/{id}' },
  ...{ foreign, unknown: REFUSAL },
})

describe('Somebody who is gone for good', () => {
  const ID = 'gone-for-good'
  const GONE: Departure = {
    ...{ name: 'User 2', before: both('open'), pass: both('refused'), lineEnd: 1008 },
    tries: [attempt(REFUSAL), attempt(REFUSAL)],
  }
  const look = (more: Partial<Departure> = {}): CheckResult => resultOf(goneForGood({ ...GONE, ...more }))
  const DOORS = 'refused at 2 doors: the account, the live line'
  const TRIES = '2 tries of others, all as where there is nothing'

  it('leaves nothing open that was open before', async () => {
    expect(look()).to.include({
      status: 'passed',
      observed: `${DOORS}; her line ended with 1008; ${TRIES}`,
      control: 'the same pass, before, opened 2 of 2 doors',
    })
  })

  it('is found out when her pass opens a door, or is refused in disorder: which, is told', async () => {
    const opens = [door('the account', 'open'), door('the live line', 'refused')]
    const opened = look({ pass: opens })
    expect(opened).to.have.property('observed').that.includes('the account is open: answered open; her line')
    expect(opened).to.include({
      ...{ id: ID, status: 'failed', control: 'the same pass, before, opened 2 of 2 doors' },
    })
    const disorder = [door('the account', 'refused'), door('the live line', 'neither')]
    expect(look({ pass: disorder }))
      .to.have.property('observed')
      .that.includes('the live line is in disorder: answered neither')
  })

  it('is found out when her line ends in another way', async () => {
    for (const lineEnd of [1000, 1006, 1011]) {
      const observed = `${DOORS}; her line ended with ${lineEnd}; ${TRIES}`
      expect(look({ lineEnd })).to.include({ id: ID, status: 'failed', observed })
    }
  })

  it('is found out when one of her addresses still leads somewhere: whose try it was, is told', async () => {
    const result = look({ tries: [attempt(REFUSAL), attempt('[410,{},{}]')] })
    expect(result).to.include({ id: ID, status: 'failed' })
    expect(result)
      .to.have.property('observed')
      .that.matches(
        /; User 1 tried to read a run of User 2's \(GET \/api\/runs\/\{id\}\): \[410,\{\},\{\}\]; where/,
      )
  })

  it('proves nothing where her pass has not opened every door before', async () => {
    expect(look({ before: [door('the account', 'open'), door('the live line', 'refused')] })).to.include({
      ...{ status: 'failed', control: 'the same pass, before, opened 1 of 2 doors' },
    })
  })

  it('proves nothing when there was nothing to be tried', async () => {
    for (const nothing of [{ before: [] }, { pass: [] }, { tries: [] }]) {
      expect(look(nothing)).to.include({ id: ID, status: 'failed' })
    }
  })
})

describe("A line that is shown another's pass", () => {
  const ID = 'line-keeps-its-owner'
  const look = (said: string, code: number): Record<string, string> =>
    brokenIn(connectionKeepsItsOwner({ said, code }))

  it('refuses it, and ends', async () => {
    expect(look('AUTH_FAILED', 1008)).to.deep.equal({})
  })

  it('is found out when it takes it, says something else, goes on, or ends in another way', async () => {
    const odd = [
      ['reauthenticated', 0, 'reauthenticated; the line goes on'],
      ['reauthenticated', 1008, 'reauthenticated; it ended with 1008'],
      ['RATE_LIMITED', 1008, 'RATE_LIMITED; it ended with 1008'],
      ['AUTH_FAILED', 0, 'AUTH_FAILED; the line goes on'],
      ['AUTH_FAILED', 1011, 'AUTH_FAILED; it ended with 1011'],
    ] as const
    for (const [said, code, told] of odd) {
      expect(look(said, code)).to.deep.equal({ [ID]: `another's pass was answered ${told}` })
    }
  })
})
