import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import type { LiveLine, RunEvent } from '#proof/line-faults/live-line'
import { costQuestion, figuresWithin, longWork } from '#proof/line-faults/question'
import { assertWhole, assertWithoutGap } from '#proof/line-faults/story'
import { Visitor } from '#proof/line-faults/visitor'
import { startMortalPlatform, type MortalPlatform } from './platform.ts'

const LOSSES = {
  'is stopped and started again': (platform: MortalPlatform) => platform.backend.stop(),
  'is killed and started again': (platform: MortalPlatform) => platform.backend.kill(),
}

/** In the middle of what the backend is lost; each is waited for on the line. */
const MOMENTS: Record<string, (event: RunEvent) => boolean> = {
  'with its first word': () => true,
  'while a tool is used': ({ type }) => type === 'tool_executing',
  'when a part of the work is done': ({ type }) => type === 'progress_update',
}

describe('A backend that is lost in the middle of a run', () => {
  let platform: MortalPlatform
  let visitor: Visitor
  before(async () => {
    platform = await startMortalPlatform()
    visitor = await Visitor.arrive(platform)
  })
  after(() => platform.stop())

  /** Waits for the moment, loses the backend, and has it back. @returns what was told before that */
  async function loseBackend(
    line: LiveLine,
    threadId: string,
    lose: () => Promise<void>,
  ): Promise<RunEvent[]> {
    await lose()
    await line.ends()
    await platform.backend.start()
    return line.events(threadId)
  }

  /** Demands that a run has ended in plain words, that it stays so, and that all that was told is on record. */
  async function assertEnded(
    threadId: string,
    runId: string,
    told: readonly RunEvent[],
  ): Promise<RunEvent[]> {
    const line = await visitor.openLine()
    await line.resume(threadId, 0)
    const events = line.events(threadId)
    assertWithoutGap(events)
    assert.deepEqual(events.slice(0, told.length), told, 'what was told is not what is on record')
    assert.deepEqual(await visitor.events(runId), events)
    const { type, payload } = assertWhole(events, runId)
    const { status, error, finished_at: finishedAt } = await visitor.run(runId)
    assert.deepEqual([type, status, payload['error_code']], ['agent_error', 'failed', 'RUN_INTERRUPTED'])
    assert.equal(payload['message'], error)
    assert.match(String(error), /cut off by a restart\. Please ask again/)
    assert(finishedAt)
    line.drop()
    return events
  }

  /** Demands that the conversation goes on: its numbers, its memory, and an answer. */
  async function assertGoesOn(threadId: string, before: readonly RunEvent[]): Promise<void> {
    const question = costQuestion()
    const line = await visitor.openLine()
    const runId = await line.ask(threadId, question.text)
    const { payload } = await line.hearsEnd(runId)
    assert(figuresWithin(payload['response']).includes(question.monthlyCost), String(payload['response']))
    assertWithoutGap([...before, ...line.events(threadId)])
    const said = (await visitor.messages(threadId)).slice(-2)
    assert.deepEqual(
      said.map(({ role, content }) => `${role}: ${content}`),
      [`user: ${question.text}`, `assistant: ${String(payload['response'])}`],
    )
    line.drop()
  }

  for (const [loss, lose] of Object.entries(LOSSES)) {
    for (const [moment, isIt] of Object.entries(MOMENTS)) {
      it(`${loss} ${moment}: the run ends as failed, nothing is lost or doubled`, async () => {
        const [threadId, question] = [await visitor.beginThread(), longWork()]
        const line = await visitor.openLine()
        const runId = await line.ask(threadId, question.text)
        await line.hears('the moment', (frame) => 'sequence' in frame && isIt(frame as RunEvent))
        const told = await loseBackend(line, threadId, () => lose(platform))
        const events = await assertEnded(threadId, runId, told)
        assert.deepEqual(
          (await visitor.messages(threadId)).map(({ role, content }) => [role, content]),
          [['user', question.text]],
        )
        await assertGoesOn(threadId, events)
      })
    }
  }

  it('has kept every question that it has accepted, each with an end of its run', async () => {
    const questions = await Promise.all(
      Array.from({ length: 4 }, async () => ({ threadId: await visitor.beginThread(), name: randomUUID() })),
    )
    const { text } = longWork()
    const accepted = await Promise.all(
      questions.map(async ({ threadId, name }) => ({
        ...{ threadId, name, runId: (await visitor.send(threadId, text, name)).run_id },
      })),
    )
    await platform.backend.kill()
    await platform.backend.start()
    for (const { threadId, runId, name } of accepted) {
      const { run_id: again } = await visitor.send(threadId, text, name)
      assert.equal(again, runId, 'a question that is put again after the restart is worked on twice')
      await assertEnded(threadId, runId, [])
      assert.deepEqual(
        (await visitor.messages(threadId)).map(({ content, run_id: run }) => [content, run]),
        [[text, runId]],
      )
    }
    await assertGoesOn(accepted[0]?.threadId ?? '', await visitor.events(accepted[0]?.runId ?? ''))
  })

  it('leaves alone what was over before', async () => {
    const [threadId, { text }] = [await visitor.beginThread(), costQuestion()]
    const line = await visitor.openLine()
    const runId = await line.ask(threadId, text)
    await line.hearsEnd(runId)
    const known = async (): Promise<unknown[]> => {
      return [await visitor.run(runId), await visitor.events(runId), await visitor.messages(threadId)]
    }
    const before = await known()
    await loseBackend(line, threadId, () => platform.backend.kill())
    assert.deepEqual(await known(), before)
    assert.equal((await visitor.run(runId)).status, 'completed')
  })
})
