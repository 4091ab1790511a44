import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { StillClock } from '#testing/still-clock'
import { milliseconds } from './duration.ts'
import { EventLog } from './event-log.ts'
import { NotObserved } from './not-observed.ts'
import { settleDown } from './settle-down.ts'

const UNLESS_IT_HANGS = { timeout: 10_000 }
const LIMIT = milliseconds(5_000)
const never = (): boolean => false

/** A log under a clock that stands still, and who can stop the run. */
function openLog(context: TestContext) {
  const clock = new StillClock(context)
  const stop = new AbortController()
  const log = new EventLog<string>(stop.signal, (word) => `"${word}"`)
  const waitForAnswer = (from = EventLog.START): Promise<unknown> =>
    log.waitFor({ what: "Asha's answer", from, limit: LIMIT }, never).catch((error: unknown) => error)
  return { clock, log, stop, waitForAnswer }
}

/** What the wait failed with, or `waiting` when it has not ended. */
async function stateOf(wait: Promise<unknown>): Promise<unknown> {
  let state: unknown = 'waiting'
  void wait.then((outcome) => (state = outcome))
  await settleDown()
  return state
}

describe('A wait that does not see what it waits for', UNLESS_IT_HANGS, () => {
  it('ends at its deadline, and not before', async (context) => {
    const { clock, waitForAnswer } = openLog(context)
    const wait = waitForAnswer()
    await clock.pass(milliseconds(4_999))
    expect(await stateOf(wait)).to.equal('waiting')
    await clock.pass(milliseconds(1))
    expect(await wait)
      .to.be.instanceOf(NotObserved)
      .and.include({ code: 'NOT_OBSERVED', name: 'NotObserved', end: 'deadline' })
  })

  it('says what it waited for, how long, why it gave up, and what it saw instead', async (context) => {
    const { clock, log, waitForAnswer } = openLog(context)
    log.append('welcome')
    const wait = waitForAnswer(log.mark())
    await clock.pass(milliseconds(250))
    log.append('thinking')
    await clock.pass(milliseconds(4_750))
    const { message } = (await wait) as NotObserved
    expect(message).to.equal(
      'Asha\'s answer: gave up after 5 s (the limit is 5 s); last seen: +250 ms "thinking"',
    )
  })

  it('says so when nothing at all was seen', async (context) => {
    const { clock, waitForAnswer } = openLog(context)
    const wait = waitForAnswer()
    await clock.pass(LIMIT)
    expect(((await wait) as NotObserved).message).to.match(/; nothing at all was seen$/)
  })

  it('tells the last five of many, oldest first', async (context) => {
    const { clock, log, waitForAnswer } = openLog(context)
    const wait = waitForAnswer()
    for (const word of ['one', 'two', 'three', 'four', 'five', 'six', 'seven']) log.append(word)
    await clock.pass(LIMIT)
    const [, seen] = ((await wait) as NotObserved).message.split('last seen: ')
    expect(seen?.match(/"\w+"/g)).to.deep.equal(['"three"', '"four"', '"five"', '"six"', '"seven"'])
  })

  it('ends at once, and long before its deadline, when nothing more can come', async (context) => {
    const { clock, log, waitForAnswer } = openLog(context)
    const waits = [waitForAnswer(), waitForAnswer()]
    await clock.pass(milliseconds(11))
    log.finish('the line was closed: 1008')
    for (const error of await Promise.all(waits)) {
      expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'over' })
      expect((error as NotObserved).message).to.contain('gave up after 11 ms (the line was closed: 1008)')
    }
  })

  it('does not begin on a log that is over, but still counts what came before the end', async (context) => {
    const { log, waitForAnswer } = openLog(context)
    log.append('answer')
    log.finish('the line was closed')
    log.finish('closed once more')
    const seen = log.waitFor({ what: "Asha's answer", from: EventLog.START, limit: LIMIT }, () => true)
    expect((await seen).value).to.equal('answer')
    const error = (await stateOf(waitForAnswer())) as NotObserved
    expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'over' })
    expect(error.message).to.contain('gave up after 0 ms (the line was closed)')
  })

  it('ends at once when the run is stopped, and says why it was', async (context) => {
    const { clock, stop, waitForAnswer } = openLog(context)
    const waits = [waitForAnswer(), waitForAnswer()]
    await clock.pass(milliseconds(40))
    stop.abort(new Error('interrupted by SIGINT'))
    for (const error of await Promise.all(waits)) {
      expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'stopped' })
      expect((error as NotObserved).message).to.contain('gave up after 40 ms (interrupted by SIGINT)')
    }
  })

  it('does not begin in a run that is stopped, whatever the reason is', async (context) => {
    const { stop, waitForAnswer } = openLog(context)
    stop.abort('enough')
    const error = (await stateOf(waitForAnswer())) as NotObserved
    expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'stopped' })
    expect(error.message).to.contain('gave up after 0 ms (enough)')
  })
})
