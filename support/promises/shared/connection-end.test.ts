import { describe, it } from 'node:test'
import { expect } from 'chai'
import { NotTestable } from '#expect/seen'
import { seconds, type Duration } from '#waiting/duration'
import { closeSince } from './connection-end.ts'

describe('The close of a connection', () => {
  const limits: Duration[] = []
  const closedAt = (at: number): Parameters<typeof closeSince>[0] => ({
    patience: seconds(10),
    mustClose: (limit) => {
      limits.push(limit)
      return Promise.resolve({ code: 1008, reason: '', at })
    },
  })

  it('took until it came, and not until it was asked for', async () => {
    const since = performance.now() - 60_000
    expect(await closeSince(closedAt(since + 2_300), since)).to.deep.equal({
      code: 1008,
      took: { ms: 2_300 },
    })
  })

  it('is nothing to judge where somebody in between has ended the line', async () => {
    const lost = { code: 1001, reason: '', at: performance.now(), mayBeLost: true }
    const connection = { patience: seconds(10), mustClose: () => Promise.resolve(lost) }
    const error: unknown = await closeSince(connection, performance.now()).catch((reason: unknown) => reason)
    expect(error).to.be.instanceOf(NotTestable)
  })

  it('is waited for as long as its owner is patient, from the moment that had to close it', async () => {
    const now = performance.now()
    await closeSince(closedAt(now), now - 60_000)
    await closeSince(closedAt(now), now + 3_000)
    expect(limits.at(-2)?.ms).to.equal(0)
    expect(limits.at(-1)?.ms).to.be.within(12_000, 13_000)
  })
})
