import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import { runSuite } from '#proof/suite'
import { OTHER_MODEL, OtherModel } from './other-model.ts'

const MAIN = fileURLToPath(import.meta.resolve('@netra/local-stack/main'))
const SCENARIOS = ['CHAT-1', 'CHAT-2']

describe('The suite, against a stack with another model', () => {
  let home: string
  let model: OtherModel
  let stack: ChildProcess
  let environment: Record<string, string>

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'netra-swap-'))
    model = await OtherModel.open()
    const file = join(home, 'stack.env')
    const { baseUrl } = model
    const settings = { LLM_BASE_URL: baseUrl, LLM_MODEL: OTHER_MODEL.model, LLM_API_KEY: OTHER_MODEL.apiKey }
    // As a person starts it: nothing but the three settings is told, and the channel says when it is ready.
    stack = spawn(process.execPath, [MAIN, '--write-env', file], {
      ...{ env: { ...process.env, ...settings }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    })
    const left = once(stack, 'exit').then(() => assert.fail('the stack could not be started'))
    await Promise.race([once(stack, 'message'), left])
    left.catch(() => undefined)
    environment = parseEnv(await readFile(file, 'utf8')) as Record<string, string>
  })
  after(async () => {
    const ended = once(stack, 'exit')
    if (stack.connected) stack.disconnect()
    await ended
    await model.close()
    await rm(home, { recursive: true })
  })

  it('is green where it asks for one right answer, and for several agents with real tools', async ({
    signal,
  }) => {
    const folder = join(home, 'reports')
    const outcome = await runSuite({ environment, scenarios: SCENARIOS, folder, besides: undefined, signal })
    assert.equal(outcome.verdict, 'passed', outcome.sentence)
    const played = outcome.scenarios.filter(({ verdict }) => verdict === 'passed').map(({ id }) => id)
    assert.deepEqual(played.sort(), SCENARIOS)
    const checks = outcome.scenarios.flatMap((scenario) => scenario.checks)
    assert.deepEqual([...new Set(checks.map(({ status }) => status))], ['passed'])
    // Five questions, of six replies each: whoever has answered, it was this model.
    assert(model.asked.length >= 5 * 6, `it was asked ${model.asked.length} times`)
    assert.deepEqual([...new Set(model.asked)], ['POST /openai/deployments/main/chat/completions'])
  })
})
