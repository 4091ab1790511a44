import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { StillClock } from '#testing/still-clock'
import { seconds } from './duration.ts'
import { EventLog, type Mark, type Wait } from './event-log.ts'
import { settleDown } from './settle-down.ts'

const UNLESS_IT_HANGS = { timeout: 10_000 }
const openLog = (): EventLog<string> => new EventLog(new AbortController().signal, (word) => word)

/** A log whose waits end by what comes, and never by their limit. */
function openTimelessLog(context: TestContext): EventLog<string> {
  new StillClock(context)
  return openLog()
}

const waiting = (from: Mark): Wait => ({ what: "Asha's answer", from, limit: seconds(5) })
const is = (wanted: string) => (word: string) => word === wanted
const startsWith = (letter: string) => (word: string) => word.startsWith(letter)

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
    for (const word of ['beech', 'ash', 'alder']) log.append(word)
    expect((await log.waitFor(waiting(EventLog.START), startsWith('a'))).value).to.equal('ash')
  })

  it('tells the first that fits also when several come before the waiter has his turn', async (context) => {
    const log = openTimelessLog(context)
    const wait = log.waitFor(waiting(EventLog.START), startsWith('a'))
    for (const word of ['ash', 'alder', 'aspen']) log.append(word)
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
    const waits = ['answer', 'progress'].map((word) => log.waitFor(waiting(EventLog.START), is(word)))
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
