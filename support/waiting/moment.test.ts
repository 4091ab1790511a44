import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StillClock } from '#testing/still-clock'
import { milliseconds } from './duration.ts'
import { whenOver } from './moment.ts'
import { NotObserved } from './not-observed.ts'

const UNLESS_IT_HANGS = { timeout: 10_000 }
const WHAT = "the end of Asha's session"
const goingOn = (): AbortSignal => new AbortController().signal

describe('Waiting for a promised moment', UNLESS_IT_HANGS, () => {
  it('does not wait when it is over already', async () => {
    let asked = 0
    await whenOver(WHAT, () => -(asked += 1), goingOn())
    expect(asked).to.equal(1)
  })

  it("waits as long as it takes by the promiser's clock, and asks again until it is over", async (context) => {
    const clock = new StillClock(context)
    // The promiser's clock is behind: when the first wait is over, there is still something left.
    const left = [1_000, 300, 0]
    let isOver = false
    const wait = whenOver(WHAT, () => left.shift() ?? 0, goingOn()).then(() => (isOver = true))
    await clock.pass(milliseconds(1_000))
    expect([isOver, left.length]).to.deep.equal([false, 1])
    await clock.pass(milliseconds(299))
    expect(isOver).to.equal(false)
    await clock.pass(milliseconds(1))
    await wait
    expect([isOver, left.length]).to.deep.equal([true, 0])
  })

  it('ends at once when the run is stopped, and says why it was', async (context) => {
    const clock = new StillClock(context)
    const stop = new AbortController()
    let asked = 0
    const left = (): number => {
      if ((asked += 1) > 99) throw new Error('asked without a pause')
      return 60_000
    }
    const wait = whenOver(WHAT, left, stop.signal).catch((error: unknown) => error)
    await clock.pass(milliseconds(40))
    stop.abort(new Error('it was lost'))
    const error = await wait
    expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'stopped' })
    expect((error as NotObserved).message).to.match(
      /^the end of Asha's session: gave up after 40 ms \(it was lost\)/,
    )
  })
})
