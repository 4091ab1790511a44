import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sign } from 'jsonwebtoken'
import { exchange } from '#testing/exchange'
import { History } from './history.ts'
import { findForeign } from './isolation.ts'
import { OwnershipRegistry } from './ownership-registry.ts'
import { signedSubject } from './signed-subject.ts'

const SECRET = 'a secret of thirty-two characters or more'
const ASHA = 'user_7c1e44d0a9b8'
const OTHERS = 'another secret of thirty-two characters'

/** How many leaks there are when Mallory is shown something of Asha's, by a token in her name that this secret signed. */
function leaksBy(secret: string): number {
  const [history, ownership] = [new History(signedSubject(SECRET)), new OwnershipRegistry()]
  ownership.register('Asha', ASHA)
  ownership.register('Asha', 'r3k9-0-auth5-asha')
  const headers = { authorization: `Bearer ${sign({ sub: ASHA, exp: 1 }, secret)}` }
  const request = { method: 'GET', url: 'https://auth.example/auth/me', headers }
  history.exchange(exchange({ person: 'Mallory', request, body: '{"name":"Asha r3k9-0-auth5-asha"}' }))
  return findForeign(history.received, ownership).findings.length
}

describe('A token in the name of another', () => {
  it("shows nothing to a stranger when the platform's own secret has signed it: only the suite could", () => {
    expect(leaksBy(SECRET)).to.equal(0)
  })

  it('is a way to what is foreign when anybody could have made it', () => {
    expect(leaksBy(OTHERS)).to.equal(1)
    expect(signedSubject(undefined)(sign({ sub: ASHA }, SECRET))).to.equal(undefined)
  })
})
