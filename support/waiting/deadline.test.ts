import { getEventListeners } from 'node:events'
import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { StillClock } from '#testing/still-clock'
import { startStopwatch, within } from './deadline.ts'
import { milliseconds } from './duration.ts'
import { NotObserved } from './not-observed.ts'

const UNLESS_IT_HANGS = { timeout: 10_000 }
const LIMIT = milliseconds(3_000)

/** A promise in a run whose clock stands still until it is moved. */
function waitIn(context: TestContext) {
  const clock = new StillClock(context)
  const stop = new AbortController()
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const wait = (): Promise<unknown> =>
    within("Asha's answer", LIMIT, stop.signal, promise).catch((error: unknown) => error)
  return { clock, stop, wait, resolve, reject }
}

describe('Waiting for a promise within a limit', UNLESS_IT_HANGS, () => {
  it('gives what the promise gives, up to the limit', async (context) => {
    const { wait, clock, resolve } = waitIn(context)
    const outcome = wait()
    await clock.pass(milliseconds(2_999))
    resolve('an answer')
    expect(await outcome).to.equal('an answer')
  })

  it("fails with the promise's own error", async (context) => {
    const { wait, reject } = waitIn(context)
    const outcome = wait()
    const refusal = new Error('the provider is away')
    reject(refusal)
    expect(await outcome).to.equal(refusal)
  })

  it('ends at the limit, and says what it waited for and how long', async (context) => {
    const { wait, clock } = waitIn(context)
    const outcome = wait()
    await clock.pass(LIMIT)
    expect(await outcome)
      .to.be.instanceOf(NotObserved)
      .and.include({
        end: 'deadline',
        message: "Asha's answer: gave up after 3 s (the limit is 3 s); nothing at all was seen",
      })
  })

  it('ends at once when the run is stopped, and says why it was', async (context) => {
    const { wait, clock, stop } = waitIn(context)
    const outcome = wait()
    await clock.pass(milliseconds(120))
    stop.abort(new Error('the target was lost'))
    const error = await outcome
    expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'stopped' })
    expect((error as NotObserved).message).to.contain('gave up after 120 ms (the target was lost)')
  })

  it('does not wait at all in a run that is stopped already', async (context) => {
    const { wait, stop } = waitIn(context)
    stop.abort('enough')
    const error = await wait()
    expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'stopped' })
    expect((error as NotObserved).message).to.contain('(enough)')
  })

  it('leaves neither a timer nor a listener behind', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
    const before = timers()
    const { signal } = new AbortController()
    const { promise, resolve } = Promise.withResolvers<string>()
    const outcome = within("Asha's answer", milliseconds(5_000), signal, promise)
    expect([timers(), getEventListeners(signal, 'abort').length]).to.deep.equal([before + 1, 1])
    resolve('an answer')
    await outcome
    expect([timers(), getEventListeners(signal, 'abort').length]).to.deep.equal([before, 0])
  })
})

describe('A stopwatch', UNLESS_IT_HANGS, () => {
  it('tells the time since it was started, whenever it is asked', async (context) => {
    const clock = new StillClock(context)
    const elapsed = startStopwatch()
    await clock.pass(milliseconds(250))
    expect(elapsed().ms).to.equal(250)
    await clock.pass(milliseconds(750))
    expect(elapsed().ms).to.equal(1_000)
  })
})
