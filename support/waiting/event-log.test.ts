import { type TestContext, describe, it } from 'node:test'
import { expect } from 'chai'
import { StillClock } from '#testing/still-clock'
import { milliseconds, seconds } from './duration.ts'
import { EventLog, type Mark, type Wait } from './event-log.ts'
import { settleDown } from './settle-down.ts'
import { NotObserved } from './not-observed.ts'

const UNLESS_IT_HANGS = { timeout: 10_000 }
const LIMIT = milliseconds(5_000)
const never = (): boolean => false
const openLog = (): EventLog<string> => new EventLog(new AbortController().signal, (text) => text)

/** A log whose waits end by what comes, and never by their limit. */
function openTimelessLog(context: TestContext): EventLog<string> {
  new StillClock(context)
  return openLog()
}

const waiting = (from: Mark): Wait => ({ what: "Asha's answer", from, limit: LIMIT })
const is = (wanted: string) => (text: string) => text === wanted
const startsWith = (letter: string) => (text: string) => text.startsWith(letter)

describe('An event log', UNLESS_IT_HANGS, () => {
  it('counts what came before the wait but after the mark', async (context) => {
    const log = openTimelessLog(context)
    log.append('welcome')
    const mark = log.mark()
    log.append('answer')
    const seen = await log.waitFor(waiting(mark), is('answer'))
    expect(seen).to.include({ index: 1, value: 'answer' })
  })

  it('does not count what came before the mark', async (context) => {
    const log = openTimelessLog(context)
    log.append('answer')
    const wait = log.waitFor(waiting(log.mark()), is('answer'))
    log.append('thinking')
    log.append('answer')
    expect((await wait).index).to.equal(2)
  })

  it('sees what comes while somebody waits, and goes on waiting past what does not fit', async (context) => {
    const log = openTimelessLog(context)
    let ended = false
    const wait = log.waitFor(waiting(EventLog.START), is('answer')).finally(() => (ended = true))
    log.append('thinking')
    await settleDown()
    expect(ended).to.equal(false)
    log.append('answer')
    expect((await wait).value).to.equal('answer')
  })

  it('tells the first of several that fit', async (context) => {
    const log = openTimelessLog(context)
    for (const text of ['beech', 'ash', 'alder']) log.append(text)
    expect((await log.waitFor(waiting(EventLog.START), startsWith('a'))).value).to.equal('ash')
  })

  it('tells the first that fits also when several come before the waiter has his turn', async (context) => {
    const log = openTimelessLog(context)
    const wait = log.waitFor(waiting(EventLog.START), startsWith('a'))
    for (const text of ['ash', 'alder', 'aspen']) log.append(text)
    expect((await wait).value).to.equal('ash')
  })

  it('is consumed by nobody: every wait from one mark sees the same event', async (context) => {
    const log = openTimelessLog(context)
    const mark = log.mark()
    const early = log.waitFor(waiting(mark), is('answer'))
    log.append('answer')
    const late = log.waitFor(waiting(mark), is('answer'))
    const seen = await Promise.all([early, late])
    expect(seen.map(({ index }) => index)).to.deep.equal([0, 0])
    expect(log.since(mark)).to.have.length(1)
  })

  it('answers several waits at once, each with what it waits for', async (context) => {
    const log = openTimelessLog(context)
    const waits = ['answer', 'progress'].map((text) => log.waitFor(waiting(EventLog.START), is(text)))
    log.append('progress')
    log.append('answer')
    expect((await Promise.all(waits)).map(({ value }) => value)).to.deep.equal(['answer', 'progress'])
  })

  it('tells everything since a mark, oldest first, however often it is asked', (context) => {
    const log = openTimelessLog(context)
    log.append('welcome')
    const mark = log.mark()
    log.append('thinking')
    log.append('answer')
    const told = (from: Mark): string[] => log.since(from).map(({ value }) => value)
    expect(told(mark)).to.deep.equal(['thinking', 'answer'])
    expect(told(mark)).to.deep.equal(['thinking', 'answer'])
    expect(told(EventLog.START)).to.deep.equal(['welcome', 'thinking', 'answer'])
    expect(told(log.mark())).to.deep.equal([])
  })

  it('notes of every event its place and the moment it came', async (context) => {
    const clock = new StillClock(context)
    const log = openLog()
    log.append('welcome')
    await clock.pass(seconds(2))
    log.append('answer')
    expect(log.since(EventLog.START)).to.deep.equal([
      { index: 0, at: clock.now - 2_000, value: 'welcome' },
      { index: 1, at: clock.now, value: 'answer' },
    ])
  })

  it('leaves an error in the looking to whoever looks, and not to whoever writes', async () => {
    const log = openLog()
    const wait = log.waitFor(waiting(EventLog.START), () => {
      throw new Error('a slip')
    })
    expect(() => log.append('answer')).not.to.throw()
    const error = await wait.catch((reason: unknown) => reason)
    expect(error).to.be.instanceOf(Error).with.property('message', 'a slip')
  })

  it('keeps no timer for a wait that is over', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
    const before = timers()
    const log = openLog()
    const seen = log.waitFor(waiting(EventLog.START), is('answer'))
    const lost = log.waitFor(waiting(EventLog.START), is('nothing')).catch(() => undefined)
    expect(timers()).to.equal(before + 2)
    log.append('answer')
    log.finish('the line was closed')
    await Promise.all([seen, lost])
    expect(timers()).to.equal(before)
  })
})

/** A log under a clock that stands still, and who can stop the run. */
function openTimedLog(context: TestContext) {
  const clock = new StillClock(context)
  const stop = new AbortController()
  const log = new EventLog<string>(stop.signal, (text) => `"${text}"`)
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
    const { clock, waitForAnswer } = openTimedLog(context)
    const wait = waitForAnswer()
    await clock.pass(milliseconds(4_999))
    expect(await stateOf(wait)).to.equal('waiting')
    await clock.pass(milliseconds(1))
    expect(await wait)
      .to.be.instanceOf(NotObserved)
      .and.include({ code: 'NOT_OBSERVED', name: 'NotObserved', end: 'deadline' })
  })

  it('says what it waited for, how long, why it gave up, and what it saw instead', async (context) => {
    const { clock, log, waitForAnswer } = openTimedLog(context)
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
    const { clock, waitForAnswer } = openTimedLog(context)
    const wait = waitForAnswer()
    await clock.pass(LIMIT)
    expect(((await wait) as NotObserved).message).to.match(/; nothing at all was seen$/)
  })

  it('tells the last five of many, oldest first', async (context) => {
    const { clock, log, waitForAnswer } = openTimedLog(context)
    const wait = waitForAnswer()
    for (const word of ['one', 'two', 'three', 'four', 'five', 'six', 'seven']) log.append(word)
    await clock.pass(LIMIT)
    const [, seen] = ((await wait) as NotObserved).message.split('last seen: ')
    expect(seen?.match(/"\w+"/g)).to.deep.equal(['"three"', '"four"', '"five"', '"six"', '"seven"'])
  })

  it('ends at once, and long before its deadline, when nothing more can come', async (context) => {
    const { clock, log, waitForAnswer } = openTimedLog(context)
    const waits = [waitForAnswer(), waitForAnswer()]
    await clock.pass(milliseconds(11))
    log.finish('the line was closed: 1008')
    for (const error of await Promise.all(waits)) {
      expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'over' })
      expect((error as NotObserved).message).to.contain('gave up after 11 ms (the line was closed: 1008)')
    }
  })

  it('does not begin on a log that is over, but still counts what came before the end', async (context) => {
    const { log, waitForAnswer } = openTimedLog(context)
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
    const { clock, stop, waitForAnswer } = openTimedLog(context)
    const waits = [waitForAnswer(), waitForAnswer()]
    await clock.pass(milliseconds(40))
    stop.abort(new Error('interrupted by SIGINT'))
    for (const error of await Promise.all(waits)) {
      expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'stopped' })
      expect((error as NotObserved).message).to.contain('gave up after 40 ms (interrupted by SIGINT)')
    }
  })

  it('does not begin in a run that is stopped, whatever the reason is', async (context) => {
    const { stop, waitForAnswer } = openTimedLog(context)
    stop.abort('enough')
    const error = (await stateOf(waitForAnswer())) as NotObserved
    expect(error).to.be.instanceOf(NotObserved).and.include({ end: 'stopped' })
    expect(error.message).to.contain('gave up after 0 ms (enough)')
  })
})
