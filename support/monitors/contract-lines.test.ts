import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFrame } from '#contract/frames'
import { ContractWatch } from './contract.ts'

const frame = (type: string, payload: object, more: object = {}): string =>
  JSON.stringify({ type, timestamp: '2026-01-02T03:04:05Z', payload, ...more })

const WELCOME = frame('connection_established', {
  connection_id: 'c-1',
  user_id: 'u-1',
  server_time: '2026-01-02T03:04:05Z',
  heartbeat_interval_seconds: 25,
  max_message_bytes: 65_536,
})
const PONG = frame('pong', { nonce: 'n' })
const THOUGHT = frame(
  'agent_thinking',
  { user_id: 'u', thread_id: 't', run_id: 'r', agent_name: 'a', reasoning: '', step_number: 1 },
  { event_id: 'e', sequence: 1 },
)
const REFUSAL = frame('error_message', {}, { error_code: 'AUTH_FAILED', error_message: 'No.' })

/** What is found when a line is told these texts, one after the other. */
function findings(...texts: readonly string[]): string[] {
  const watch = new ContractWatch()
  const place = { connection: 2, person: 'Asha', direction: 'received', at: 41.7 } as const
  for (const text of texts) watch.frame({ ...place, text, parsed: readFrame(text) })
  return watch.findings.map(({ text }) => text)
}

describe('A line that keeps the contract', () => {
  const kept: Readonly<Record<string, readonly string[]>> = {
    'begins with a welcome, once': [WELCOME, PONG, PONG],
    'may be refused with an error instead of a welcome': [REFUSAL],
    'may be told of an error later': [WELCOME, REFUSAL, PONG],
  }
  for (const [what, texts] of Object.entries(kept)) {
    it(`${what}, and nothing is found`, () => {
      expect(findings(...texts)).to.deep.equal([])
    })
  }

  it('is not judged by what the suite itself has sent', () => {
    const watch = new ContractWatch()
    watch.frame({ connection: 2, person: 'Asha', direction: 'sent', text: 'hello', at: 1 })
    expect(watch.findings).to.deep.equal([])
  })

  it('is welcomed for itself, as every other line is', () => {
    const watch = new ContractWatch()
    for (const connection of [1, 2]) {
      const place = { connection, person: 'Asha', direction: 'received', at: 1 } as const
      for (const text of [WELCOME, PONG]) watch.frame({ ...place, text, parsed: readFrame(text) })
    }
    expect(watch.findings).to.deep.equal([])
  })
})

describe('A line that breaks the contract', () => {
  const broken: Readonly<Record<string, readonly [readonly string[], string]>> = {
    'by speaking before the welcome': [[PONG], ': pong came before the welcome'],
    'by a second welcome': [[WELCOME, PONG, WELCOME], ': connection_established came a second time'],
    'by a type that is not known': [
      [WELCOME, frame('gossip', {})],
      'is not what the contract promises: type: ',
    ],
    'by leaving out a field': [
      [WELCOME, frame('pong', {})],
      'is not what the contract promises: payload.nonce: ',
    ],
    'by an empty thought': [[WELCOME, THOUGHT], 'is not what the contract promises: payload.reasoning: '],
    'by being no JSON': [[WELCOME, 'hello'], 'is not what the contract promises: the whole: '],
  }
  for (const [how, [texts, finding]] of Object.entries(broken)) {
    it(`${how} is found, with its place`, () => {
      const [text = '', ...more] = findings(...texts)
      expect(text)
        .to.match(/^a frame on line 2 at \+42 ms/)
        .and.contain(finding)
      expect(more).to.deep.equal([])
    })
  }
})
