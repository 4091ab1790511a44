import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import { unanswered } from '#testing/exchange'
import { beginScenario } from '#testing/world'
import { alwaysChecks } from './always.ts'

const NOTHING_LEFT = 'nothing-left-open'

/** What is left open when Asha's call has had no answer yet. @param isGone whether the target has stayed away */
function leftOpen(isGone: boolean): string | undefined {
  const { scenario } = beginScenario('AUTH-1')
  scenario.wire.opened("Asha's GET /auth/me")
  const trouble = { text: 'no connection (ECONNRESET)', isRepeated: false }
  if (isGone) scenario.wire.exchange(unanswered('ECONNRESET', { trouble }))
  const checks = alwaysChecks(scenario, { lateErrors: [], obstacles: [] })
  return checks.map((each) => brokenIn(each)[NOTHING_LEFT]).find(Boolean)
}

describe('What is open at the end of a scenario', () => {
  it('is told, but for a target that has stayed away: there it is waited for in vain', () => {
    expect(leftOpen(false)).to.equal("Asha's GET /auth/me is still open")
    expect(leftOpen(true)).to.equal(undefined)
  })
})
