import { describe, it } from 'node:test'
import { expect } from 'chai'
import { AgentEvent } from '#contract/frames'
import type { AskedRun } from './belongings.ts'
import type { Call } from './call.ts'
import { judgeRecord } from './records.ts'
import { Talk } from './talk.ts'

const AT = '2026-01-02T03:04:05.000Z'

function event(sequence: number, run_id = 'r-1', event_id = `${run_id} ${sequence}`): AgentEvent {
  const payload = {
    user_id: 'u',
    thread_id: 't',
    run_id,
    agent_name: 'data',
    reasoning: 'Hm.',
    step_number: 1,
  }
  return AgentEvent.parse({ type: 'agent_thinking', event_id, sequence, timestamp: AT, payload })
}

describe('The record of a run', () => {
  const look = (events: readonly AgentEvent[], after = 0): string[] => {
    const said: string[] = []
    const told = [event(1), event(2)].map((one) => ({ event: one, at: 1, where: 'a frame' }))
    const call = {
      id: 'r-1',
      query: new URLSearchParams({ after: String(after) }),
      told: { events },
      from: 5,
    }
    const run = { id: 'r-1', told } as unknown as AskedRun
    judgeRecord(call as unknown as Call, run, (known, _by, seen) => void said.push(`${known}, and ${seen}`))
    return said
  }

  it('holds what was told of it, from where it was asked for, and of nothing else', () => {
    expect(look([event(1), event(2)])).to.deep.equal([])
    expect(look([event(2)], 1)).to.deep.equal([])
    expect(look([event(1)])).to.deep.equal(['was told #2, and it is not on record'])
    expect(look([event(1), event(2), event(3, 'r-2')])).to.deep.equal([
      'is on record, and #3 of r-2 is told with it',
    ])
  })
})

describe('The name of an event', () => {
  const look = (...events: readonly AgentEvent[]): readonly string[] => {
    const talk = new Talk()
    for (const [index, parsed] of events.entries())
      talk.note({ connection: 1, person: 'Asha', direction: 'received', text: '', parsed, at: index })
    return talk.findings.map(({ text }) => text)
  }

  it('is its own, however often and wherever it is told', () => {
    expect(look(event(1), event(1), event(2), event(1, 'r-2'))).to.deep.equal([])
  })

  it('is found out, once, when an event of another run has it, too', () => {
    const [text, ...more] = look(event(1, 'r-1', 'e-1'), event(1, 'r-2', 'e-1'), event(1, 'r-3', 'e-1'))
    expect(text).to.match(
      /^Asha is told e-1 of a run in a frame on line 1 at \+1 ms, which is the name of an event/,
    )
    expect(more).to.deep.equal([])
  })
})
