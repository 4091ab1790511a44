import { describe, it } from 'node:test'
import { expect } from 'chai'
import { isLeak, resultOf } from '#testing/checks'
import type { CheckResult } from '#expect/check'
import { listsBetrayNothing, type Listing } from './listings.checks.ts'

describe('What is listed', () => {
  const ID = 'ISO-4.lists-betray-nothing'
  const OWN: Listing = {
    what: 'her own',
    isOwn: true,
    ids: ['t-2', 't-1'],
    wanted: ['t-2', 't-1'],
    total: 2,
    wantedTotal: 2,
    others: ['t-9'],
  }
  const FOREIGN: Listing = {
    what: "what is Bram's",
    isOwn: false,
    ids: [],
    wanted: [],
    total: 0,
    wantedTotal: 0,
    others: ['t-9'],
  }
  const look = (...listings: readonly Listing[]): CheckResult => resultOf(listsBetrayNothing(listings))

  it("is all of one's own and nothing of another's", () => {
    expect(look(OWN, FOREIGN)).to.include({
      ...{ status: 'passed', observed: '2 lists', control: 'what was their own was found 1 times' },
    })
  })

  const odd: readonly (readonly [string, boolean, Listing])[] = [
    ['her own: 1 of 2: t-2, not 2 of 2', false, { ...OWN, ids: ['t-2'] }],
    ['her own: 1 of 1: t-2, not 2 of 2', false, { ...OWN, ids: ['t-2'], total: 1 }],
    ['her own: 3 of 2: t-2, t-1, t-9, not 2 of 2', true, { ...OWN, ids: ['t-2', 't-1', 't-9'] }],
    ['her own: 2 of 2: t-2, t-9, not t-2, t-1', true, { ...OWN, ids: ['t-2', 't-9'] }],
    ['her own: 2 of 2: t-1, t-2, not t-2, t-1', false, { ...OWN, ids: ['t-1', 't-2'] }],
    ['her own: 2 of 5: t-2, t-1, not 2 of 2', true, { ...OWN, total: 5 }],
    ["what is Bram's: 1 of 0: t-9, not 0 of 0", true, { ...FOREIGN, ids: ['t-9'] }],
    ["what is Bram's: 0 of 1, not 0 of 0", true, { ...FOREIGN, total: 1 }],
    ["what is Bram's: 2 of 2: t-2, t-1, not 0 of 0", false, { ...FOREIGN, ids: ['t-2', 't-1'], total: 2 }],
  ]
  for (const [observed, leak, listing] of odd) {
    it(`is found out, by its ids, their order, and the total: ${observed}; ${leak ? 'a' : 'no'} leak`, () => {
      expect(look(OWN, FOREIGN, listing)).to.include({ id: ID, status: 'failed', observed })
      expect(isLeak(listsBetrayNothing([OWN, FOREIGN, listing]))).to.equal(leak)
    })
  }

  it('is told once of each kind, of however many people', () => {
    const lists = [1, 2, 3].map((user) => ({ ...OWN, what: `User ${user}'s page`, ids: [], total: 0 }))
    const told = "User 1's page: 0 of 0, not 2 of 2 (and 2 more like it)"
    expect(look(OWN, FOREIGN, ...lists)).to.include({ status: 'failed', observed: told })
  })

  it("proves nothing where one's own was not looked for, or nothing was", () => {
    expect(look(FOREIGN)).to.include({
      ...{ status: 'failed', control: 'what was their own was found 0 times' },
    })
    expect(look()).to.include({ status: 'failed', observed: '0 lists' })
  })
})
