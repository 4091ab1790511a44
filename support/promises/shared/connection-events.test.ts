import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunId, ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import type { Heard } from '#contract/frames'
import { ends, fails, starts, thinks, toldRun, type Word } from '#testing/observed-run'
import { milliseconds } from '#waiting/duration'
import { EventLog } from '#waiting/event-log'
import { endOn, faultsOn, hearsPast, numbersOn } from './connection-events.ts'

const [THREAD, OTHER_THREAD] = ['t-1', 't-2'] as ThreadId[] as [ThreadId, ThreadId]
const [RUN, OTHER_RUN] = ['r-1', 'r-2'] as RunId[] as [RunId, RunId]
const SOON = milliseconds(20)
const WORDS = [starts('supervisor', null), thinks('supervisor'), thinks('supervisor')]

interface Line {
  readonly line: LiveConnection
  readonly heard: EventLog<Heard>
  readonly stop: AbortController
}

/** Asha's second line, on which these words have been heard. */
function lineWith(...words: readonly Word[]): Line {
  const stop = new AbortController()
  const heard = new EventLog<Heard>(stop.signal, ({ type }) => type)
  for (const { event } of toldRun(words).events) heard.append(event)
  return { line: { person: 'Asha', number: 2, heard } as unknown as LiveConnection, heard, stop }
}

const outcomeOf = (wait: Promise<unknown>): Promise<string> =>
  wait.then(
    () => 'heard',
    (error: unknown) => String(error),
  )

describe('A line that is to hear so much of a conversation', () => {
  it('has heard it when that word, or one past it, has come', async () => {
    await hearsPast(lineWith(...WORDS).line, THREAD, 3, SOON)
    await hearsPast(lineWith(...WORDS).line, THREAD, 2, SOON)
  })

  it('need not hear it when the work has ended before', async () => {
    await hearsPast(lineWith(...WORDS, ends('supervisor')).line, THREAD, 9, SOON)
  })

  it('has not heard it as long as less has come: that is told', async () => {
    expect(await outcomeOf(hearsPast(lineWith(...WORDS).line, THREAD, 4, SOON))).to.match(
      /^NotObserved: word 4 on Asha's line 2: gave up/,
    )
  })

  it('has heard nothing of it in another conversation, or as something else', async () => {
    const { line, heard } = lineWith(...WORDS, ends('supervisor'))
    heard.append({ type: 'heartbeat', timestamp: '2026-01-02T03:04:05Z', payload: { connection_id: 'c' } })
    expect(await outcomeOf(hearsPast(line, OTHER_THREAD, 1, SOON))).to.match(/NotObserved/)
  })
})

describe('The end of a run, as a line was told of it', () => {
  it('is its answer', async () => {
    const { line } = lineWith(...WORDS, ends('data', 'Part.'), ends('supervisor', 'Whole.'))
    expect(await endOn(line, RUN, SOON)).to.deep.equal({
      ...{ outcome: 'answered', text: 'Whole.', fault: undefined },
    })
  })

  it('is what was said when it failed', async () => {
    const { line } = lineWith(...WORDS, fails('data', 'Part.'), fails('supervisor', 'No model.'))
    expect(await endOn(line, RUN, SOON)).to.deep.equal({
      ...{ outcome: 'failed', text: 'No model.', fault: undefined },
    })
  })

  it('was never told when it was not, when another run ended, or when the line is over', async () => {
    const open = await endOn(lineWith(...WORDS).line, RUN, SOON)
    expect(open).to.include({ outcome: 'never told', text: '' })
    expect(open.fault).to.match(/^the end of the work on Asha's line 2: gave up/)
    const other = await endOn(lineWith(ends('supervisor')).line, OTHER_RUN, SOON)
    expect(other.outcome).to.equal('never told')
    const { line, heard } = lineWith(...WORDS)
    heard.finish('the line ended with 1006')
    expect((await endOn(line, RUN, SOON)).fault).to.contain('the line ended with 1006')
  })

  it('is no matter any more when the suite is stopped', async () => {
    const { line, stop } = lineWith(...WORDS)
    stop.abort(new Error('enough'))
    expect(await outcomeOf(endOn(line, RUN, SOON))).to.match(/NotObserved/)
  })
})

describe('The numbers on a line', () => {
  it('are those of one conversation, as they came', () => {
    const { line, heard } = lineWith(...WORDS)
    const [first] = toldRun(WORDS).events
    if (first) heard.append(first.event)
    heard.append({ type: 'pong', timestamp: '2026-01-02T03:04:05Z', payload: { nonce: 'n' } })
    expect(numbersOn(line, THREAD)).to.deep.equal([1, 2, 3, 1])
    expect(numbersOn(line, OTHER_THREAD)).to.deep.equal([])
  })
})

describe('The faults on a line', () => {
  const told = toldRun([...WORDS, thinks('supervisor'), ends('supervisor')]).events.map(({ event }) => event)
  const [, , three, four, five] = told
  const replay = [three, four, five].filter((event) => event !== undefined)

  it('are none when everything came once and in order', () => {
    expect(faultsOn(lineWith(...WORDS).line)).to.deep.equal([])
  })

  it('are gaps and repetitions', () => {
    const { line, heard } = lineWith(...WORDS)
    for (const event of replay.slice(1)) heard.append(event)
    for (const event of replay.slice(2)) heard.append(event)
    expect(faultsOn(line)).to.deep.equal(['was told #5 after #5 of one thread'])
  })

  it('are none of what was asked for again, from the moment of asking', () => {
    const { line, heard } = lineWith(...WORDS)
    const mark = heard.mark()
    for (const event of replay) heard.append(event)
    expect(faultsOn(line, { mark, threadId: THREAD, after: 2 })).to.deep.equal([])
    expect(faultsOn(line)).to.have.length(1)
    expect(faultsOn(line, { mark: { index: mark.index + 1 }, threadId: THREAD, after: 2 })).not.to.deep.equal(
      [],
    )
    expect(faultsOn(line, { mark, threadId: OTHER_THREAD, after: 2 })).not.to.deep.equal([])
  })
})
