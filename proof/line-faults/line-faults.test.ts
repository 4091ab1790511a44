import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { openStackDatabase, type StackDatabase } from '@netra/local-stack/postgres/server'
import { USUAL_CHOICES } from '@netra/local-stack/stack-config'
import { composePlatform, type Platform } from '#proof/composition'
import type { PassingLine } from '#wire/line-relay'
import { openRelay, type Relay } from '#wire/relay'
import type { LiveLine } from './live-line.ts'
import { longWork, type CostQuestion } from './question.ts'
import { assertWhole, assertWithoutGap, plotOf } from './story.ts'
import { Visitor } from './visitor.ts'

/** Slow enough for a line to be lost in the middle of the work. */
const CHOICES = { ...USUAL_CHOICES, pieceDelay: 6 }
/** So much is heard on a line before it is lost. */
const WORDS = 5

const FAULTS: Record<string, (line: LiveLine, passing: PassingLine) => Promise<void> | void> = {
  'is closed': (line) => line.close(),
  'is cut off': async (line, passing) => {
    passing.cut()
    await line.ends()
  },
  'falls silent while both ends believe in it': (_line, passing) => passing.silence(),
}

describe('A run whose watcher loses the line', () => {
  let database: StackDatabase
  let platform: Platform
  let visitor: Visitor
  /** What happens when no line is lost: the same question always takes the same course. */
  let undisturbed: string[]
  const question = longWork()
  const open: { close(): unknown }[] = []

  before(async () => {
    database = await openStackDatabase(process.env['DATABASE_URL'])
    platform = await composePlatform(database.url, {}, CHOICES)
    visitor = await Visitor.arrive(platform)
    const { line, threadId, runId } = await askOn(await visitor.openLine(), question)
    await line.hearsEnd(runId)
    undisturbed = plotOf(line.events(threadId))
    line.drop()
  })
  after(async () => {
    await Promise.all(open.map((thing) => thing.close()))
    await platform.stop()
    await database.drop()
  })

  async function relayToBackend(...rest: [Parameters<typeof openRelay>[2]?]): Promise<Relay> {
    const relay = await openRelay('backend', platform.urls.backend, ...rest)
    open.push(relay)
    return relay
  }

  async function askOn(line: LiveLine, { text }: CostQuestion) {
    const threadId = await visitor.beginThread()
    return { line, threadId, runId: await line.ask(threadId, text) }
  }

  /** What holds however a line was lost: the whole story was told, and the work took its usual course. */
  async function assertUnnoticed(runId: string, threadId: string, lines: readonly LiveLine[]): Promise<void> {
    const told = lines.flatMap((line) => line.events(threadId))
    assertWithoutGap(told)
    assert.equal(assertWhole(told, runId).type, 'agent_completed')
    assert.deepEqual(plotOf(told), undisturbed)
    const recorded = await visitor.events(runId)
    assert.deepEqual(
      told.map(({ event_id: id }) => id),
      recorded.map(({ event_id: id }) => id),
    )
    assert.equal((await visitor.run(runId)).status, 'completed')
    const said = await visitor.messages(threadId)
    assert.deepEqual([said.map(({ role }) => role), said[0]?.content], [['user', 'assistant'], question.text])
  }

  for (const [what, lose] of Object.entries(FAULTS)) {
    it(`is told of everything once and in order after it ${what}`, async () => {
      const relay = await relayToBackend()
      const companion = await visitor.openLine()
      const { line, threadId, runId } = await askOn(await visitor.openLine(relay.url), question)
      await line.hearsEvents(threadId, WORDS)
      const [passing] = relay.lines
      assert(passing)
      await lose(line, passing)
      const heard = line.events(threadId)
      await visitor.sawHappen(runId, heard.length + WORDS)
      assert.equal((await visitor.run(runId)).status, 'running', 'the line was lost too late to matter')
      const back = await visitor.openLine(relay.url)
      await back.resume(threadId, heard.length)
      await back.hearsEnd(runId)
      await companion.hearsEnd(runId)
      assert.deepEqual(line.events(threadId), heard, 'something was heard on a line that was lost')
      await assertUnnoticed(runId, threadId, [line, back])
      await assertUnnoticed(runId, threadId, [companion])
      for (const one of [line, back, companion]) one.drop()
    })
  }

  it('is told of everything once when the line is lost again and again', async () => {
    const relay = await relayToBackend()
    const { line, threadId, runId } = await askOn(await visitor.openLine(relay.url), question)
    const lines = [line]
    for (const lose of Object.values(FAULTS)) {
      const current = lines.at(-1) ?? line
      await current.hearsEvents(threadId, WORDS)
      const passing = [...relay.lines].at(-1)
      assert(passing)
      await lose(current, passing)
      const back = await visitor.openLine(relay.url)
      await back.resume(threadId, lines.flatMap((one) => one.events(threadId)).length)
      lines.push(back)
    }
    await lines.at(-1)?.hearsEnd(runId)
    await assertUnnoticed(runId, threadId, lines)
    for (const one of lines) one.drop()
  })

  it('is begun once when the acceptance is lost and the question put again', async () => {
    let lost = 0
    const relay = await relayToBackend({
      hear: (frame) => {
        if (!frame.includes('message_accepted') || lost > 0) return [frame]
        lost += 1
        for (const passing of relay.lines) passing.cut()
        return []
      },
    })
    const [threadId, name] = [await visitor.beginThread(), randomUUID()]
    const line = await visitor.openLine(relay.url)
    await assert.rejects(line.ask(threadId, question.text, name), /the line ended/)
    const back = await visitor.openLine(relay.url)
    const runId = await back.ask(threadId, question.text, name)
    await back.resume(threadId, line.events(threadId).length)
    await back.hearsEnd(runId)
    assert.equal(lost, 1)
    await assertUnnoticed(runId, threadId, [line, back])
    back.drop()
  })
})
