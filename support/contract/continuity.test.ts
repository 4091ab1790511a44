import { describe, it } from 'node:test'
import { expect } from 'chai'
import { AgentEvent, ServerFrame, type FrameOf } from './frames.ts'
import { Continuity } from './continuity.ts'

const OPENED = '2026-01-02T03:04:05Z'
const LATER = '2026-01-02T03:04:06Z'
const EARLIER = '2026-01-02T03:00:00Z'

function event(sequence: number, timestamp: string): AgentEvent {
  const ids = { user_id: 'u', thread_id: 't', run_id: 'r', agent_name: 'data' }
  const payload = { ...ids, reasoning: 'Hm.', step_number: 1 }
  return AgentEvent.parse({ type: 'agent_thinking', event_id: `e${sequence}`, sequence, timestamp, payload })
}

function frame<Type extends ServerFrame['type']>(type: Type, payload: object): FrameOf<Type> {
  return ServerFrame.parse({ type, timestamp: LATER, payload }) as FrameOf<Type>
}

/**
 * Faults of a line that has just opened: `9` is told live, `(6` long after it was recorded, `resume 5` asks to
 * be told again, `told 3` states that this was done.
 */
function faultsOf(story: string): readonly string[] {
  const line = new Continuity()
  const welcome = { connection_id: 'c', user_id: 'u', server_time: OPENED }
  let asked = 0
  const limits = { heartbeat_interval_seconds: 2, max_message_bytes: 9 }
  line.note(frame('connection_established', { ...welcome, ...limits }))
  for (const step of story.split(', ')) {
    const [word, count = ''] = step.split(' ')
    const payload = { thread_id: 't', after: asked }
    if (word === 'resume') {
      asked = Number(count)
      line.noteSent(JSON.stringify({ type: 'resume', payload: { ...payload, after: asked } }))
    } else if (word === 'elsewhere') {
      line.note(frame('replay_complete', { ...payload, after: 0, replayed: Number(count) }))
    } else if (word === 'told') {
      line.note(frame('replay_complete', { ...payload, replayed: Number(count) }))
    } else line.note(event(Number(step.replace('(', '')), step.startsWith('(') ? EARLIER : LATER))
  }
  return line.faults
}

describe('A line that is told again what it has missed', () => {
  const stories = [
    'resume 5, (6, (7, told 2, 8',
    'resume 0, told 0, 1, 2',
    '8, 9, resume 5, (6, (7, 8, 9, told 4, 10',
    'resume 5, 8, 9, (6, (7, 8, 9, told 4, 10',
    '4, 5, resume 5, 6, 6, told 1, 7',
    'resume 5, 6, 7, 6, 7, told 2, 8',
    '1, 2, 3, resume 0, 1, 2, 3, told 3, 4',
  ]
  for (const story of stories) {
    it(`hears it once and in order, joined to what comes live: ${story}`, () => {
      expect(faultsOf(story)).to.deep.equal([])
    })
  }

  const faults: Readonly<Record<string, string>> = {
    'resume 5, (7, (8, told 3': 'was told #7 after #5',
    'resume 5, (9, told 4': 'was told #9 after #5',
    'resume 5, (6, (6, (7, told 2': 'was told #6 after #6',
    'resume 5, (6, (7, told 2, 9': 'was told #9 after #7',
    'resume 5, (6, (7, told 2, 7': 'was told #7 after #7',
    'resume 5, (6, told 3': 'was told 1 events again, where 3 are stated',
    '8, 9, resume 5, told 0': 'was told again until #5, and had heard #9 before',
    'resume 5, (6, elsewhere 1': 'was told again what came after #0, where #5 was asked for',
    '1, 2, told 2': 'was told again what it had not asked for',
  }
  for (const [story, fault] of Object.entries(faults)) {
    it(`is found out when something is left out, repeated, or never told: ${story}`, () => {
      expect(faultsOf(story)[0]).to.match(new RegExp(`^${fault}`))
    })
  }
})
