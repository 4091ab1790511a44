import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunId, ThreadId } from '#clients/ids'
import type { ReceivedFrame } from '#contract/frames'
import { connectionWith, SOON } from '#testing/connection'
import { ends, fails, starts, thinks, observedRun } from '#testing/observed-run'
import {
  agentEventsOn,
  receivesPast,
  replayFaults,
  resume,
  runEndOn,
  sequenceFaultsOn,
  sequencesOn,
} from './connection-events.ts'

const [THREAD, OTHER_THREAD] = ['t-1', 't-2'] as ThreadId[] as [ThreadId, ThreadId]
const [RUN, OTHER_RUN] = ['r-1', 'r-2'] as RunId[] as [RunId, RunId]
const WORK = { threadId: THREAD, runId: RUN }
const WORDS = [starts('supervisor', null), thinks('supervisor'), thinks('supervisor')]

const outcomeOf = (wait: Promise<unknown>): Promise<string> =>
  wait.then(
    () => 'heard',
    (error: unknown) => String(error),
  )

describe('A line that is to hear so much of a conversation', () => {
  it('has heard it when that word, or one past it, has come', async () => {
    await receivesPast(connectionWith(...WORDS).connection, WORK, 3, SOON)
    await receivesPast(connectionWith(...WORDS).connection, WORK, 2, SOON)
  })

  it('need not hear it when the work has ended before', async () => {
    await receivesPast(connectionWith(...WORDS, ends('supervisor')).connection, WORK, 9, SOON)
  })

  it('has to hear it when only other work there has ended', async () => {
    const { connection } = connectionWith(...WORDS, ends('supervisor'))
    const wait = receivesPast(connection, { ...WORK, runId: OTHER_RUN }, 9, SOON)
    expect(await outcomeOf(wait)).to.match(/NotObserved/)
  })

  it('has not heard it as long as less has come: that is told', async () => {
    expect(await outcomeOf(receivesPast(connectionWith(...WORDS).connection, WORK, 4, SOON))).to.match(
      /^NotObserved: word 4 on Asha's line 2: gave up/,
    )
  })

  it('has heard nothing of it in another conversation, or as something else', async () => {
    const { connection, received } = connectionWith(...WORDS, ends('supervisor'))
    received.append({ type: 'heartbeat', timestamp: '2026-01-02T03:04:05Z', payload: { connection_id: 'c' } })
    expect(await outcomeOf(receivesPast(connection, { ...WORK, threadId: OTHER_THREAD }, 1, SOON))).to.match(
      /NotObserved/,
    )
  })
})

describe('The end of a run, as a line was told of it', () => {
  it('is its answer', async () => {
    const { connection } = connectionWith(...WORDS, ends('data', 'Part.'), ends('supervisor', 'Whole.'))
    const end = { outcome: 'answered', text: 'Whole.', fault: undefined }
    expect(await runEndOn(connection, RUN, SOON)).to.deep.equal(end)
  })

  it('is what was said when it failed', async () => {
    const { connection } = connectionWith(...WORDS, fails('data', 'Part.'), fails('supervisor', 'No model.'))
    const end = { outcome: 'failed', text: 'No model.', fault: undefined }
    expect(await runEndOn(connection, RUN, SOON)).to.deep.equal(end)
  })

  it('was never told when it was not, when another run ended, or when the line is over', async () => {
    const open = await runEndOn(connectionWith(...WORDS).connection, RUN, SOON)
    expect(open).to.include({ outcome: 'never told', text: '' })
    expect(open.fault).to.match(/^the end of the work on Asha's line 2: gave up/)
    const other = await runEndOn(connectionWith(ends('supervisor')).connection, OTHER_RUN, SOON)
    expect(other.outcome).to.equal('never told')
    const { connection, received } = connectionWith(...WORDS)
    received.finish('the line ended with 1006')
    expect((await runEndOn(connection, RUN, SOON)).fault).to.contain('the line ended with 1006')
  })

  it('is no matter any more when the suite is stopped', async () => {
    const { connection, stop } = connectionWith(...WORDS)
    stop.abort(new Error('enough'))
    expect(await outcomeOf(runEndOn(connection, RUN, SOON))).to.match(/NotObserved/)
  })
})

describe('The numbers on a line', () => {
  it('are those of one conversation, as they came', () => {
    const { connection, received } = connectionWith(...WORDS)
    const [first] = observedRun(WORDS).events
    if (first) received.append(first.event)
    received.append({ type: 'pong', timestamp: '2026-01-02T03:04:05Z', payload: { nonce: 'n' } })
    expect(sequencesOn(connection, THREAD)).to.deep.equal([1, 2, 3, 1])
    expect(sequencesOn(connection, OTHER_THREAD)).to.deep.equal([])
  })
})

describe('The faults on a line', () => {
  const told = observedRun([...WORDS, thinks('supervisor'), ends('supervisor')]).events.map(
    ({ event }) => event,
  )
  const [, , three, four, five] = told
  const replay = [three, four, five].filter((event) => event !== undefined)

  it('are none when everything came once and in order', () => {
    expect(sequenceFaultsOn(connectionWith(...WORDS).connection)).to.deep.equal([])
  })

  it('are gaps and repetitions', () => {
    const { connection, received } = connectionWith(...WORDS)
    for (const event of replay.slice(1)) received.append(event)
    for (const event of replay.slice(2)) received.append(event)
    expect(sequenceFaultsOn(connection)).to.deep.equal(['was told #5 after #5 of one thread'])
  })

  it('are none of what was asked for again, from the moment of asking', () => {
    const { connection, received } = connectionWith(...WORDS)
    const mark = received.mark()
    for (const event of replay) received.append(event)
    expect(sequenceFaultsOn(connection, { mark, threadId: THREAD, after: 2 })).to.deep.equal([])
    expect(sequenceFaultsOn(connection)).to.have.length(1)
    expect(
      sequenceFaultsOn(connection, { mark: { index: mark.index + 1 }, threadId: THREAD, after: 2 }),
    ).not.to.deep.equal([])
    expect(sequenceFaultsOn(connection, { mark, threadId: OTHER_THREAD, after: 2 })).not.to.deep.equal([])
  })
})

describe('A replay on a line', () => {
  const timestamp = '2026-01-02T03:04:05Z'
  const complete = (thread_id: string): ReceivedFrame => ({
    type: 'replay_complete',
    timestamp,
    payload: { thread_id, after: 2, replayed: 1 },
  })

  it('is asked for from a mark on, and complete when that thread is said to be', async () => {
    const { connection, received, sent } = connectionWith(...WORDS)
    const resumption = resume(connection, THREAD, 2)
    expect(resumption).to.deep.equal({ mark: { index: 3 }, threadId: THREAD, after: 2 })
    expect(sent).to.deep.equal([{ type: 'resume', payload: { thread_id: THREAD, after: 2 } }])
    received.append(complete(THREAD))
    expect(await replayFaults(connection, resumption)).to.deep.equal([])
  })

  it('is not complete by another thread, or by what was said before', async () => {
    const { connection, received } = connectionWith(...WORDS)
    received.append(complete(THREAD))
    const resumption = resume(connection, THREAD, 2)
    received.append(complete(OTHER_THREAD))
    const [fault, ...more] = await replayFaults(connection, resumption)
    expect(fault).to.match(/^replay_complete on Asha's line: gave up/)
    expect(more).to.deep.equal([])
  })
})

describe('The events on a line', () => {
  it('are those of any run, from a mark on, and nothing else', () => {
    const { connection, received } = connectionWith(...WORDS)
    const mark = received.mark()
    received.append({ type: 'pong', timestamp: '2026-01-02T03:04:05Z', payload: { nonce: 'n' } })
    const [first] = observedRun(WORDS).events
    if (first) received.append(first.event)
    const sequences = (from?: typeof mark): number[] =>
      agentEventsOn(connection, from).map(({ event }) => event.sequence)
    expect(sequences()).to.deep.equal([1, 2, 3, 1])
    expect(sequences(mark)).to.deep.equal([1])
  })
})
