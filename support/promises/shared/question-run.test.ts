import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunId, ThreadId } from '#clients/ids'
import { connectionWith, SOON, type LooseConnection } from '#testing/connection'
import { ends, fails, observedRun, starts, thinks, type Word } from '#testing/observed-run'
import { milliseconds } from '#waiting/duration'
import type { Device } from '#world/device'
import { QuestionRun } from './question-run.ts'

const timestamp = '2026-01-02T03:04:05Z'

interface Asking extends LooseConnection {
  readonly run: QuestionRun
  /** Runs that the device was told to be its own. */
  readonly tracked: RunId[]
  readonly accept: () => void
  readonly refuse: (clientMessageId: string) => void
  readonly tell: (...words: readonly Word[]) => void
}

/** Asha has asked, on a device that has begun a thread, and nothing has come yet. */
async function asking(): Promise<Asking> {
  const line = connectionWith()
  const tracked: RunId[] = []
  const device = {
    connection: line.connection,
    context: { threadId: 't-1' },
    createThread: () => Promise.resolve('t-9' as ThreadId),
    patience: SOON,
    silence: milliseconds(10),
    trackRun: (id: RunId) => tracked.push(id),
  } as unknown as Device
  const run = await QuestionRun.ask(device, 'What does it cost?')
  return {
    ...line,
    run,
    tracked,
    accept: () => {
      const payload = { client_message_id: run.clientMessageId, thread_id: 't-1', run_id: 'r-1' }
      line.received.append({ type: 'message_accepted', timestamp, payload })
    },
    refuse: (client_message_id) => {
      const error = { error_code: 'RATE_LIMITED', error_message: 'Wait a minute.' }
      line.received.append({ type: 'error_message', timestamp, ...error, payload: { client_message_id } })
    },
    tell: (...words) => observedRun(words).events.forEach(({ event }) => line.received.append(event)),
  }
}

const faultOf = (wait: Promise<unknown>): Promise<string> =>
  wait.then(
    () => 'nothing is wrong',
    (error: unknown) => String(error),
  )

describe('A question', () => {
  it('is put in the thread of the device, under a name of its own', async () => {
    const { run, sent } = await asking()
    const { threadId: thread_id, text: content, clientMessageId: client_message_id } = run
    expect(thread_id).to.equal('t-1')
    expect(sent).to.deep.equal([{ type: 'user_message', payload: { content, thread_id, client_message_id } }])
    expect((await QuestionRun.askInNewThread(run.device, content)).threadId).to.equal('t-9')
  })

  it('is accepted for a run, which is the device its owner', async () => {
    const { run, accept, tracked } = await asking()
    accept()
    expect((await run.accepted()).runId).to.equal('r-1')
    expect(tracked).to.deep.equal(['r-1'])
  })

  it('is refused by an error about it, not by one about another', async () => {
    const { run, refuse } = await asking()
    refuse('another')
    refuse(run.clientMessageId)
    expect(await faultOf(run.accepted())).to.contain('it was refused: RATE_LIMITED "Wait a minute."')
    const other = await asking()
    other.refuse('another')
    expect(await faultOf(other.run.accepted())).to.contain("the acceptance of Asha's question: gave up")
  })
})

describe('The run of a question', () => {
  it('is followed to its end, with every event and the answer', async () => {
    const { run, accept, tell } = await asking()
    accept()
    tell(starts('supervisor', null), thinks('data'), ends('data', 'Part.'), ends('supervisor', 'Whole.'))
    const { outcome, text, events, runId, threadId, question } = await run.ended()
    expect({ outcome, text, runId, threadId }).to.deep.equal({
      outcome: 'answered',
      text: 'Whole.',
      runId: 'r-1',
      threadId: 't-1',
    })
    expect(question).to.equal('What does it cost?')
    expect(events.map(({ event }) => event.sequence)).to.deep.equal([1, 2, 3, 4])
  })

  it('may fail, in words', async () => {
    const { run, accept, tell } = await asking()
    accept()
    tell(starts('supervisor', null), fails('supervisor', 'No model.'))
    const { outcome, text } = await run.ended()
    expect({ outcome, text }).to.deep.equal({ outcome: 'failed', text: 'No model.' })
  })

  it('has come to a standstill when nothing more comes of it', async () => {
    const { run, accept, tell } = await asking()
    accept()
    tell(starts('supervisor', null), thinks('data'))
    expect(await faultOf(run.ended())).to.match(/^NotObserved: the next word of Asha's run: gave up/)
  })

  it('is waited for event by event', async () => {
    const { run, accept, tell } = await asking()
    accept()
    tell(starts('supervisor', null), thinks('data'))
    const { event } = await run.waitForEvent('a thought', SOON, ({ type }) => type === 'agent_thinking')
    expect(event.sequence).to.equal(2)
    expect(
      await faultOf(run.waitForEvent('the end', SOON, ({ type }) => type === 'agent_completed')),
    ).to.match(/^NotObserved: the end: gave up/)
  })
})
