import { describe, it } from 'node:test'
import { expect } from 'chai'
import { isLeak, resultOf } from '#testing/checks'
import { PROMISED, TOLERANCE } from '#contract/promises'
import type { CheckResult } from '#expect/check'
import { milliseconds } from '#waiting/duration'
import { goneForGood, type Departure } from './departure.checks.ts'
import type { AccessAttempt } from '#promises/shared/access-points.checks'
import type { Reply, Trespass } from './trespass.checks.ts'

const accessPoint = (name: string, outcome: AccessAttempt['outcome']): AccessAttempt => ({
  accessPoint: name,
  outcome,
  how: `answered ${outcome}`,
  texts: [],
  explained: true,
})
const both = (outcome: AccessAttempt['outcome']): AccessAttempt[] => [
  accessPoint('the account', outcome),
  accessPoint('the live line', outcome),
]
const answer = (status: number, body: object = {}): Reply => ({ kind: 'answer', status, body, headers: {} })
const REFUSAL = answer(404, { error_code: 'THREAD_NOT_FOUND' })
const attempt = (foreign: Reply): Trespass => ({
  asker: 'User 1',
  owner: 'User 2',
  verb: 'read',
  of: 'run',
  reads: true,
  name: 'GET /api/runs/{id}',
  foreign,
  unknown: REFUSAL,
})
const LIMIT = { promised: PROMISED.connectionClose, tolerance: TOLERANCE.near }

describe('Somebody who is gone for good', () => {
  const ID = 'ISO-4.gone-for-good'
  const closed = (ms: number, code = 1008): Pick<Departure, 'connection'> => ({
    connection: { code, took: milliseconds(ms) },
  })
  const GONE: Departure = {
    before: both('open'),
    after: both('refused'),
    tries: [attempt(REFUSAL), attempt(REFUSAL)],
    ...closed(40),
  }
  const look = (more: Partial<Departure> = {}): CheckResult =>
    resultOf(goneForGood({ ...GONE, ...more }, LIMIT))
  const leaks = (more: Partial<Departure>): boolean => isLeak(goneForGood({ ...GONE, ...more }, LIMIT))
  const DOORS = 'refused at 2 doors: the account, the live line'
  const TRIES = '2 tries of others, all as where there is nothing'

  it('leaves nothing open that was open before', () => {
    expect(look()).to.include({
      status: 'passed',
      observed: `${DOORS}; her line ended with 1008 after 40 ms; ${TRIES}`,
      control: 'the same pass, before, opened 2 of 2 doors',
    })
  })

  it('is found out when her pass opens a door, or is refused in disorder: which, is told', () => {
    const opens = [accessPoint('the account', 'open'), accessPoint('the live line', 'refused')]
    const opened = look({ after: opens })
    expect(opened).to.have.property('observed').that.includes('the account is open: answered open; her line')
    expect(opened).to.include({
      ...{ id: ID, status: 'failed', control: 'the same pass, before, opened 2 of 2 doors' },
    })
    const disorder = [accessPoint('the account', 'refused'), accessPoint('the live line', 'neither')]
    expect(look({ after: disorder }))
      .to.have.property('observed')
      .that.includes('the live line is in disorder: answered neither')
    expect(leaks({ after: opens })).to.equal(false)
  })

  it('is found out when her line ends in another way, or late: no leak', () => {
    const ends = [...[1000, 1006, 1011].map((code) => closed(40, code)), closed(2_300), closed(3_500)]
    const texts = [
      '1000 after 40 ms',
      '1006 after 40 ms',
      '1011 after 40 ms',
      '1008 after 2.3 s',
      '1008 after 3.5 s',
    ]
    ends.forEach((end, index) => {
      const observed = `${DOORS}; her line ended with ${texts[index]}; ${TRIES}`
      expect(look(end)).to.include({ id: ID, status: 'failed', observed })
      expect(leaks(end)).to.equal(false)
    })
    expect(look(closed(2_200))).to.include({ status: 'passed' })
  })

  it('is found out when one of her addresses still leads somewhere: whose try it was, is told', () => {
    const gone = [attempt(REFUSAL), attempt(answer(410))]
    const result = look({ tries: gone })
    expect(result).to.include({ id: ID, status: 'failed' })
    expect(result)
      .to.have.property('observed')
      .that.matches(
        /; User 1 tried to read a run of User 2's \(GET \/api\/runs\/\{id\}\): \[410,\{\},\{\}\]; where/,
      )
    expect(leaks({ tries: gone })).to.equal(false)
  })

  it('is a leak when others still reach what she had', () => {
    const reached = { tries: [attempt(REFUSAL), attempt(answer(200, { run_id: 'r-1' }))] }
    expect(look(reached)).to.include({ status: 'failed' })
    expect(leaks(reached)).to.equal(true)
  })

  it('proves nothing where her pass has not opened every door before', () => {
    expect(
      look({ before: [accessPoint('the account', 'open'), accessPoint('the live line', 'refused')] }),
    ).to.include({
      ...{ status: 'failed', control: 'the same pass, before, opened 1 of 2 doors' },
    })
  })

  it('proves nothing when there was nothing to be tried', () => {
    for (const nothing of [{ before: [] }, { after: [] }, { tries: [] }]) {
      expect(look(nothing)).to.include({ id: ID, status: 'failed' })
    }
  })
})
