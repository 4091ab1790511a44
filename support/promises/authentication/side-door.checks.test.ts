import { describe, it } from 'node:test'
import { expect } from 'chai'
import { NotSeen } from '#expect/seen'
import type { Attempt } from '#promises/shared/refusals.checks'
import { brokenIn } from '#testing/checks'
import { seconds } from '#waiting/duration'
import { sideDoor, sideDoorKeepsAway, type SideDoorVisit, type SideDoorVisits } from './side-door.checks.ts'

const LIMIT = { promised: seconds(2), tolerance: seconds(1) }

describe('The side door for tests', () => {
  const [KEY, APART, RIGHTS] = [
    'side-door-needs-its-key',
    'side-door-keeps-people-apart',
    'simulated-person-is-at-work',
  ]
  const visit = (userId: string, more: Partial<SideDoorVisit> = {}): SideDoorVisit => ({
    userId,
    inToken: ['write', 'read'],
    atService: ['read', 'write'],
    ...more,
  })
  const VISITS: SideDoorVisits = {
    first: visit('u-1'),
    again: visit('u-1'),
    meanwhile: [],
    namesake: visit('u-2'),
    life: { isSamePerson: true, before: [], after: [] },
  }
  const knock = (status: number): Attempt => ({ what: 'no key', status, text: '{"detail":"Invalid key"}' })
  const look = (more: Partial<SideDoorVisits> = {}, status = 401): Record<string, string> =>
    brokenIn(...sideDoor([knock(status)], { ...VISITS, ...more }, ['read', 'write'], LIMIT))

  it('opens to its key, tells people apart, and gives what was asked for', () => {
    expect(look()).to.deep.equal({})
  })

  it('is found out by each of them alone', () => {
    expect(Object.keys(look({}, 200))).to.deep.equal([KEY])
    expect(look({ meanwhile: [visit('u-1'), visit('u-4')] })).to.have.property(APART)
    expect(look({ namesake: visit('u-1') })).to.deep.equal({ [APART]: 'u-1, again u-1, the namesake u-1' })
    expect(look({ life: { ...VISITS.life, isSamePerson: false } })[RIGHTS]).to.match(
      /renewed for somebody else/,
    )
    expect(look({ again: visit('u-3') })).to.deep.equal({ [APART]: 'u-1, again u-3, the namesake u-2' })
    expect(look({ again: visit('u-1', { atService: [] }) })).to.deep.equal({
      [RIGHTS]:
        'read, write by the pass, read, write by the auth service; read, write by the pass, nothing by the auth service',
    })
    expect(look({ first: visit('u-1', { inToken: ['read', 'write', 'admin'] }) })).to.have.property(RIGHTS)
  })

  it('leads into no other account', () => {
    const ID = 'side-door-opens-no-other-account'
    expect(brokenIn(sideDoorKeepsAway([knock(409)]))).to.deep.equal({})
    expect(brokenIn(sideDoorKeepsAway([knock(409), knock(200)]))).to.have.property(ID)
  })

  it('is not shut where nobody comes in with the key', () => {
    const nothing = new NotSeen('absent', 'the key opens nothing')
    expect(Object.keys(brokenIn(...sideDoor([knock(401)], nothing, ['read'], LIMIT)))).to.deep.equal([
      KEY,
      APART,
      RIGHTS,
    ])
  })
})
