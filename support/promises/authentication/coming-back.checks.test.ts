import { describe, it } from 'node:test'
import { expect } from 'chai'
import { NotSeen } from '#expect/seen'
import { anAccount } from '#testing/account'
import { brokenIn } from '#testing/checks'
import { ownPasswordOpens, workAsLeft } from './coming-back.checks.ts'

describe('Whoever comes back', () => {
  const look = (status: number): Record<string, string> =>
    brokenIn(ownPasswordOpens({ what: 'she', status, text: '' }))

  it('is let in by the own password, and by nothing else than that', () => {
    expect(look(200)).to.deep.equal({})
    for (const status of [401, 429])
      expect(look(status)).to.deep.equal({ 'own-password-opens': `she: ${status}` })
  })
})

describe('Work as it was left', () => {
  const ID = 'earlier-work-is-there'
  const look = (after = anAccount(), title = 'Costs'): Record<string, string> =>
    brokenIn(workAsLeft(title, { before: anAccount(), after }))

  it('is there for whoever comes back, with another pass', () => {
    expect(look(anAccount({ token_expires_at: '2026-01-02T05:00:00Z' }))).to.deep.equal({})
  })

  it('is found out when something is missing or otherwise, or was not to be seen', () => {
    const { me, threads } = anAccount()
    expect(look({ me, total: 0, threads: [] }))
      .to.have.property(ID)
      .that.contains('"Costs" is missing')
    expect(look({ me, total: 2, threads })).to.deep.equal({
      [ID]: 'the number of her conversations was 1 and is 2',
    })
    expect(look(anAccount(), 'Plans')).to.deep.equal({
      [ID]: '"Plans" is missing; her account and work are as before',
    })
    const unseen = new NotSeen('absent', 'she is refused')
    expect(brokenIn(workAsLeft('Costs', unseen))).to.deep.equal({ [ID]: 'she is refused' })
  })
})
