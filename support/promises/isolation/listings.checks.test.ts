import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, resultOf } from '#testing/checks'
import type { CheckResult } from '#expect/check'
import { listsBetrayNothing, ownerFieldsIgnored, type FalseOwner, type Listing } from './listings.checks.ts'

describe('What is listed', () => {
  const ID = 'lists-betray-nothing'
  const OWN: Listing = {
    ...{ what: 'her own', isOwn: true, ids: ['t-2', 't-1'], wanted: ['t-2', 't-1'] },
    ...{ total: 2, wantedTotal: 2 },
  }
  const FOREIGN: Listing = {
    ...{ what: "what is Bram's", isOwn: false, ids: [], wanted: [] },
    ...{ total: 0, wantedTotal: 0 },
  }
  const look = (...listings: readonly Listing[]): CheckResult => resultOf(listsBetrayNothing(listings))

  it("is all of one's own and nothing of another's", async () => {
    expect(look(OWN, FOREIGN)).to.include({
      ...{ status: 'passed', observed: '2 lists', control: 'what was their own was found 1 times' },
    })
  })

  const odd: readonly (readonly [string, Listing])[] = [
    ['her own: 1 of 2: t-2', { ...OWN, ids: ['t-2'] }],
    ['her own: 3 of 2: t-2, t-1, t-9', { ...OWN, ids: ['t-2', 't-1', 't-9'] }],
    ['her own: 2 of 2: t-2, t-9', { ...OWN, ids: ['t-2', 't-9'] }],
    ['her own: 2 of 2: t-1, t-2', { ...OWN, ids: ['t-1', 't-2'] }],
    ['her own: 2 of 5: t-2, t-1', { ...OWN, total: 5 }],
    ["what is Bram's: 1 of 0: t-9", { ...FOREIGN, ids: ['t-9'] }],
    ["what is Bram's: 0 of 1: ", { ...FOREIGN, total: 1 }],
  ]
  for (const [observed, listing] of odd) {
    it(`is found out, by its ids, their order, and the total: ${observed}`, async () => {
      expect(look(OWN, FOREIGN, listing)).to.include({ id: ID, status: 'failed', observed })
    })
  }

  it("proves nothing where one's own was not looked for, or nothing was", async () => {
    expect(look(FOREIGN)).to.include({
      ...{ status: 'failed', control: 'what was their own was found 0 times' },
    })
    expect(look()).to.include({ status: 'failed', observed: '0 lists' })
  })
})

describe("What is said to be another's", () => {
  const ID = 'owner-fields-ignored'
  const made = (what: string, isMakers: boolean, became: string): FalseOwner => ({ what, became, isMakers })
  const RIGHT = [made('a conversation', true, "its maker's"), made('a question', true, 'told to its maker')]
  const look = (...tries: readonly FalseOwner[]): Record<string, string> =>
    brokenIn(ownerFieldsIgnored(tries))

  it('is its maker’s all the same', async () => {
    expect(resultOf(ownerFieldsIgnored(RIGHT))).to.include({
      ...{ status: 'passed', observed: "a conversation: its maker's; a question: told to its maker" },
    })
  })

  it('is found out when it has become anybody else’s: that alone is told', async () => {
    const wrong = [made('a question', false, 'told as u-2'), made('a list', false, 'another list')]
    expect(look(...RIGHT, ...wrong)).to.deep.equal({
      [ID]: 'a question: told as u-2; a list: another list',
    })
  })

  it('is something: nothing proves nothing', async () => {
    expect(look()).to.deep.equal({ [ID]: 'nothing was tried' })
  })
})
