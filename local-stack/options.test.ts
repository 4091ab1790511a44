import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BadEnvironment, readOptions } from './options.ts'
import { USUAL_CHOICES } from './stack-config.ts'

describe('The command line of the stack', () => {
  it('needs nothing at all', () => {
    const { choices, databaseUrl, writeEnv, ports } = readOptions([], {})
    assert.deepEqual(choices, { ...USUAL_CHOICES, model: undefined })
    assert.deepEqual([databaseUrl, writeEnv], [undefined, undefined])
    assert.deepEqual(Object.values(ports).filter(Boolean), [])
  })

  it('puts all services in one process, unless told otherwise by word or by environment', () => {
    assert.equal(readOptions([], {}).apart, false)
    assert.equal(readOptions(['--apart'], {}).apart, true)
    assert.equal(readOptions([], { STACK_APART: 'true' }).apart, true)
    assert.equal(readOptions([], { STACK_APART: '' }).apart, false)
  })

  it('takes short lives, a pace, ports and a file to write to', () => {
    const words =
      '--access-seconds 2 --refresh-seconds 5 --piece-delay 0 --backend-port 4000 --write-env x.env'
    const { choices, ports, writeEnv } = readOptions(words.split(' '), {})
    assert.deepEqual([choices.accessSeconds, choices.refreshSeconds, choices.pieceDelay], [2, 5, 0])
    assert.deepEqual([ports.backend, ports.frontend, writeEnv], [4000, undefined, 'x.env'])
  })

  it('takes a database server and a language model from the environment', () => {
    const model = { LLM_BASE_URL: 'http://127.0.0.1:1/v1', LLM_MODEL: 'm', LLM_API_KEY: 'k' }
    const { databaseUrl, choices } = readOptions([], { DATABASE_URL: 'postgres://u:p@h/d', ...model })
    assert.equal(databaseUrl, 'postgres://u:p@h/d')
    assert.deepEqual(choices.model, { baseUrl: 'http://127.0.0.1:1/v1', model: 'm', apiKey: 'k' })
  })

  for (const [what, environment] of Object.entries({
    'a database address that is none': { DATABASE_URL: 'mysql://h/d' },
    'half a language model': { LLM_MODEL: 'm' },
  })) {
    it(`refuses ${what}, in one line that says what to do`, () => {
      assert.throws(
        () => readOptions([], environment),
        (error: unknown) => {
          assert(error instanceof BadEnvironment)
          assert.match(error.message, /^(DATABASE_URL must look like|LLM_BASE_URL, LLM_MODEL and .* set all)/)
          return !error.message.includes('\n')
        },
      )
    })
  }
})
