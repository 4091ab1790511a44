import { describe, it } from 'node:test'
import { expect } from 'chai'
import { NotSeen } from '#expect/seen'
import type { Attempt } from '#promises/shared/refusals.checks'
import { brokenIn } from '#testing/checks'
import { forgedRenewalsRefused, type ForgedRenewals } from './forged-renewals.checks.ts'

const ID = 'forged-renewals-refused'
const attempt = (status: number, text = '{"detail":"Invalid refresh token"}'): Attempt => ({
  what: 'one signed by nobody',
  status,
  text,
})
const SEEN: ForgedRenewals = { attempts: [attempt(401), attempt(401)], control: attempt(200, '{}') }
const look = (more: Partial<ForgedRenewals> = {}): Record<string, string> =>
  brokenIn(forgedRenewalsRefused({ ...SEEN, ...more }))

describe('A forged refresh token', () => {
  it('is refused, while the honest one renews', () => {
    expect(look()).to.deep.equal({})
  })

  it('is named when it renews, or is refused without a reason', () => {
    expect(look({ attempts: [attempt(401), attempt(200, '{}')] })).to.deep.equal({
      [ID]: 'one signed by nobody: 200 {}',
    })
    expect(look({ attempts: [attempt(401, '')] })).to.have.property(ID)
  })

  it('proves nothing where the honest one does not renew, and where none was tried', () => {
    expect(look({ control: attempt(401) })[ID]).to.match(
      /^2 refused with a reason; one signed by nobody: 401/,
    )
    expect(look({ attempts: [] })).to.have.property(ID)
    expect(brokenIn(forgedRenewalsRefused(new NotSeen('absent', 'no sign-in')))).to.have.property(ID)
  })
})
