import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { StillClock } from '#testing/still-clock'
import { milliseconds, seconds } from './duration.ts'
import { eventually } from './eventually.ts'
import { NotObserved } from './not-observed.ts'

const UNLESS_IT_HANGS = { timeout: 10_000 }
const LIMIT = seconds(5)

/** A question whose answer is how often it was asked. */
function ask(context: TestContext, fits: (count: number) => boolean) {
  const clock = new StillClock(context)
  const startedAt = clock.now
  const askedAt: number[] = []
  const stop = new AbortController()
  const outcome = eventually(
    { what: "the end of Asha's run", limit: LIMIT, stop: stop.signal },
    () => {
      if (askedAt.length > 99) throw new Error('asked without a pause')
      return Promise.resolve(askedAt.push(clock.now - startedAt))
    },
    fits,
    (count) => `still running (${count})`,
  ).catch((error: unknown) => error)
  return { outcome, askedAt, stop, clock }
}

describe('Asking again and again', UNLESS_IT_HANGS, () => {
  it('ends with the first answer that fits, and asks no more', async (context) => {
    const { outcome, askedAt, clock } = ask(context, (count) => count >= 3)
    await clock.pass(milliseconds(4_000))
    expect(await outcome).to.equal(3)
    expect(askedAt).to.have.length(3)
  })

  it('does not pause when the first answer fits', async (context) => {
    const { outcome, askedAt } = ask(context, () => true)
    expect(await outcome).to.equal(1)
    expect(askedAt).to.deep.equal([0])
  })

  it('grows ever more patient, but never waits more than a second', async (context) => {
    const { outcome, askedAt, clock } = ask(context, (count) => count >= 9)
    await clock.pass(milliseconds(4_500))
    await outcome
    const pauses = askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? 0))
    expect(pauses).to.deep.equal([20, 40, 80, 160, 320, 640, 1_000, 1_000])
  })

  it('ends at the deadline, and tells the last answer and no other', async (context) => {
    const { outcome, askedAt, clock } = ask(context, () => false)
    await clock.pass(milliseconds(7_000))
    const error = await outcome
    expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'deadline' })
    const { message } = error as NotObserved
    expect(message).to.match(/^the end of Asha's run: gave up after .+ \(the limit is 5 s\)/)
    expect(message.split('last seen: ')[1]).to.equal(`still running (${askedAt.length})`)
    // Whatever comes in time is seen: the last question is put at the deadline itself.
    expect(Math.max(...askedAt)).to.be.within(LIMIT.ms, LIMIT.ms + 10)
  })

  it('ends in the middle of a pause when the run is stopped, and says why it was', async (context) => {
    const { outcome, clock, stop } = ask(context, () => false)
    await clock.pass(milliseconds(1_500))
    stop.abort(new Error('interrupted by SIGINT'))
    const error = await outcome
    expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'stopped' })
    expect((error as NotObserved).message).to.contain('gave up after 1.5 s (interrupted by SIGINT)')
    expect((error as NotObserved).message).to.match(/last seen: still running \(\d+\)$/)
  })

  it('puts one question at a time', async (context) => {
    const clock = new StillClock(context)
    const { promise, resolve } = Promise.withResolvers<string>()
    let asked = 0
    const patience = { what: 'an answer', limit: LIMIT, stop: new AbortController().signal }
    const slow = (): Promise<string> => ((asked += 1), promise)
    const outcome = eventually(patience, slow, () => true, String)
    await clock.pass(seconds(3))
    expect(asked).to.equal(1)
    resolve('done')
    expect(await outcome).to.equal('done')
  })

  it('fails with the error of the one who was asked', async () => {
    const patience = { what: 'an answer', limit: LIMIT, stop: new AbortController().signal }
    const away = new Error('nobody is there')
    const outcome = eventually(patience, () => Promise.reject(away), Boolean, String)
    expect(await outcome.catch((error: unknown) => error)).to.equal(away)
  })
})
