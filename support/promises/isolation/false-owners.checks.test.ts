import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn, isLeak, resultOf } from '#testing/checks'
import { PROMISED, TOLERANCE } from '#contract/promises'
import { milliseconds } from '#waiting/duration'
import type { ClosedConnection } from '#promises/shared/connection-end.checks'
import {
  connectionKeepsItsOwner,
  ownerFieldsIgnored,
  type FalseOwner,
  type Takeover,
} from './false-owners.checks.ts'

describe("What is said to be another's", () => {
  const ID = 'owner-fields-ignored'
  const made = (owners: readonly string[], fence = true): FalseOwner => ({
    what: 'a list',
    maker: 'u-1',
    other: 'u-2',
    owners,
    fence,
  })
  const RIGHT = [{ ...made(['u-1']), what: 'a conversation' }, made(['u-1'])]
  const look = (...tries: readonly FalseOwner[]): Record<string, string> =>
    brokenIn(ownerFieldsIgnored(tries))

  it("is its maker's all the same", () => {
    expect(resultOf(ownerFieldsIgnored(RIGHT))).to.include({
      status: 'passed',
      observed: "a conversation: its maker's; a list: its maker's",
    })
  })

  const odd: readonly (readonly [string, boolean, FalseOwner])[] = [
    ["a list: the other one's", true, made(['u-2'])],
    ["a list: its maker's and the other one's", true, made(['u-1', 'u-2'])],
    ['a list: that of u-9', false, made(['u-9'])],
    ["a list: nobody's", false, made([])],
    ["a list: its maker's, and the other one's line is mute", false, made(['u-1'], false)],
  ]
  for (const [observed, leak, claim] of odd) {
    it(`is found out, alone: ${observed}; ${leak ? 'a' : 'no'} leak`, () => {
      expect(look(...RIGHT, claim)).to.deep.equal({ [ID]: observed })
      expect(isLeak(ownerFieldsIgnored([...RIGHT, claim]))).to.equal(leak)
    })
  }

  it('is something: nothing proves nothing', () => {
    expect(look()).to.deep.equal({ [ID]: 'nothing was tried' })
  })
})

describe("A line that is shown another's pass", () => {
  const ID = 'line-keeps-its-owner'
  const LIMIT = { promised: PROMISED.connectionClose, tolerance: TOLERANCE.near }
  const closed = (code: number, ms = 30): ClosedConnection => ({ code, took: milliseconds(ms) })
  const refused = (error: string, end?: ClosedConnection): Takeover => ({ answer: { error }, closed: end })
  const look = (takeover: Takeover): Record<string, string> =>
    brokenIn(connectionKeepsItsOwner(takeover, LIMIT))

  it('refuses it, and ends in time', () => {
    expect(look(refused('AUTH_FAILED', closed(1008)))).to.deep.equal({})
    expect(look(refused('AUTH_FAILED', closed(1008, 2_200)))).to.deep.equal({})
  })

  const odd: readonly (readonly [string, Takeover])[] = [
    ['reauthenticated; the line goes on', { answer: 'granted', closed: undefined }],
    ['reauthenticated; it ended with 1008 after 30 ms', { answer: 'granted', closed: closed(1008) }],
    ['RATE_LIMITED; it ended with 1008 after 30 ms', refused('RATE_LIMITED', closed(1008))],
    ['AUTH_FAILED; the line goes on', refused('AUTH_FAILED')],
    ['AUTH_FAILED; it ended with 1011 after 30 ms', refused('AUTH_FAILED', closed(1011))],
    ['AUTH_FAILED; it ended with 1008 after 2.3 s', refused('AUTH_FAILED', closed(1008, 2_300))],
  ]
  for (const [told, takeover] of odd) {
    it(`is found out when it was answered ${told}; no leak`, () => {
      expect(look(takeover)).to.deep.equal({ [ID]: `another's pass was answered ${told}` })
      expect(isLeak(connectionKeepsItsOwner(takeover, LIMIT))).to.equal(false)
    })
  }
})
