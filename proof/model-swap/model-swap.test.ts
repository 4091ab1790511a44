import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createModelClient } from '@netra/local-stack/backend/agents/model-client'
import { openStackDatabase, type StackDatabase } from '@netra/local-stack/postgres/server'
import { USUAL_CHOICES } from '@netra/local-stack/stack-config'
import { composePlatform, type Platform } from '#proof/composition'
import { costQuestion } from '#proof/line-faults/question'
import { assertWithoutGap } from '#proof/line-faults/story'
import { Visitor } from '#proof/line-faults/visitor'
import { CASES } from './cases.ts'
import { OTHER_MODEL, OtherModel } from './other-model.ts'
import { ask, assertAnswered, assertFailed } from './outcome.ts'

/** So that nobody has to wait long for a model that says nothing. */
const PATIENCE = { silenceMs: 2_500, replyMs: 4_200 }
/** By the contract; shorter than they would wait for a word of the model. */
const CANCEL_LIMIT_MS = 2_000

describe('Agents with another model', () => {
  let database: StackDatabase
  let platform: Platform
  let model: OtherModel
  let visitor: Visitor
  before(async () => {
    model = await OtherModel.open()
    database = await openStackDatabase(process.env['DATABASE_URL'])
    const choices = { ...USUAL_CHOICES, model: { ...OTHER_MODEL, baseUrl: model.baseUrl } }
    const impatient = { model: () => createModelClient(choices.model, PATIENCE) }
    platform = await composePlatform(database.url, { plant: () => ({ backend: impatient }) }, choices)
    visitor = await Visitor.arrive(platform)
  })
  after(async () => {
    await platform.stop()
    await database.drop()
    await model.close()
  })

  it('ask it by the protocol, and by nothing but the three settings', async () => {
    const threadId = await visitor.beginThread()
    await assertAnswered(visitor, await ask(visitor, threadId))
    assert.deepEqual([...new Set(model.asked)], ['POST /openai/deployments/main/chat/completions'])
  })

  for (const { fault, ends, isWaitedFor } of CASES) {
    const often = fault.times ? 'once ' : ''
    it(`${ends === 'completed' ? 'answer' : 'say so'} when it ${often}${fault.what} after ${fault.after ?? 0} replies`, async () => {
      const threadId = await visitor.beginThread()
      model.behave(fault)
      const outcome = await ask(visitor, threadId)
      assert(model.misdeeds > 0, 'the model has done nothing wrong')
      assertWithoutGap(outcome.told)
      if (ends === 'completed') await assertAnswered(visitor, outcome)
      else await assertFailed(visitor, outcome, ends)
      const signs = outcome.told.filter(({ type, payload }) => {
        return type === 'agent_thinking' && !/^This needs|^Reading/.test(String(payload['reasoning']))
      })
      if (isWaitedFor) assert(signs.length > 0, 'nothing is heard while the model is waited for')
      model.behave()
      const next = await ask(visitor, threadId, outcome.told.length)
      await assertAnswered(visitor, next)
      assertWithoutGap([...outcome.told, ...next.told])
    })
  }

  for (const what of ['takes the question and hangs', 'has no capacity for a while (429)'] as const) {
    it(`stop at once when they are told to, though it ${what}`, async () => {
      const threadId = await visitor.beginThread()
      model.behave({ what })
      const line = await visitor.openLine()
      const runId = await line.ask(threadId, costQuestion().text)
      await line.hears('triage', ({ payload }) => payload['agent_name'] === 'triage')
      const stoppedAt = Date.now()
      line.stopRun(runId)
      assert.equal((await line.hearsEnd(runId)).payload['error_code'], 'RUN_CANCELLED')
      assert(Date.now() - stoppedAt < CANCEL_LIMIT_MS, 'they have waited for the model all the same')
      assert.equal((await visitor.run(runId)).status, 'cancelled')
      line.drop()
      model.behave()
      await assertAnswered(visitor, await ask(visitor, threadId, line.events(threadId).length))
    })
  }

  it('have nobody else to ask when it is gone', async () => {
    const threadId = await visitor.beginThread()
    await model.close()
    await assertFailed(visitor, await ask(visitor, threadId), 'MODEL_UNAVAILABLE')
    model = await OtherModel.open()
  })
})
