import assert from 'node:assert/strict'
import { isEnd, type RunEvent } from './live-line.ts'

/** Demands of a thread's events that they are numbered 1, 2, 3 … in this order, each of them once. */
export function assertWithoutGap(events: readonly RunEvent[]): void {
  assert(events.length > 0, 'nothing was told')
  assert.deepEqual(
    events.map(({ sequence }) => sequence),
    events.map((_event, index) => index + 1),
  )
  assert.equal(new Set(events.map(({ event_id: id }) => id)).size, events.length, 'an event was told twice')
}

/** Demands of a run's events that all that was begun was ended, once, and that one end comes last. */
export function assertWhole(events: readonly RunEvent[], runId: string): RunEvent {
  const open: string[] = []
  const tools = new Map<string, number>()
  for (const { type, payload } of events) {
    const agent = String(payload['agent_name'])
    const call = String(payload['tool_call_id'])
    if (type === 'agent_started') open.push(agent)
    if (type === 'agent_completed' || type === 'agent_error') {
      assert.equal(open.pop(), agent, `${agent} ends before those it has begun`)
    }
    if (type === 'tool_executing') assert(!tools.has(call), `the call ${call} is made twice`)
    if (type === 'tool_executing' || type === 'tool_completed') tools.set(call, (tools.get(call) ?? 0) + 1)
  }
  assert.deepEqual(open, [], 'somebody has begun and never ended')
  for (const [call, words] of tools) assert.equal(words, 2, `the call ${call} is not begun and ended once`)
  const ends = events.filter((event) => isEnd(event, runId))
  assert.equal(ends.length, 1, 'a run has one end')
  const last = events.at(-1)
  assert(last && last === ends[0], 'something is told after the end')
  return last
}

/** What happened, without what is of its own in every telling. */
export function plotOf(events: readonly RunEvent[]): string[] {
  return events.map(({ type, payload }) => {
    const { agent_name, tool_name, message, reasoning, response } = payload
    return [type, agent_name, tool_name, message, reasoning, response].filter(Boolean).join(' · ')
  })
}
