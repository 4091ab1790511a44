import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFrame } from '#contract/frames'
import { Replays } from './replays.ts'

const timestamp = '2026-01-02T03:04:05Z'

function lines() {
  const replays = new Replays()
  const on = (connection: number) => {
    const place = { connection, person: 'Asha', at: 1_000 }
    const hear = (frame: object): void => {
      const text = JSON.stringify({ timestamp, ...frame })
      replays.note({ ...place, direction: 'received', text, parsed: readFrame(text) })
    }
    const ids = { user_id: 'u-1', thread_id: 't-1', run_id: 'r-1', agent_name: 'supervisor' }
    return {
      tell: (...numbers: number[]): void => {
        for (const sequence of numbers) {
          const payload = { ...ids, reasoning: 'Hm.', step_number: 1 }
          hear({ type: 'agent_thinking', event_id: `e-${sequence}`, sequence, payload })
        }
      },
      resume: (after: number): void => {
        const text = JSON.stringify({ type: 'resume', payload: { thread_id: 't-1', after } })
        replays.note({ ...place, direction: 'sent', text })
      },
      complete: (after: number, replayed: number): void =>
        hear({ type: 'replay_complete', payload: { thread_id: 't-1', after, replayed } }),
    }
  }
  return { on, findings: (): string[] => replays.findings.map(({ text }) => text) }
}

describe('what is told again', () => {
  it('is all that was told on whatever line, past the place that is asked for', () => {
    const { on, findings } = lines()
    on(1).tell(1, 2, 3, 4)
    const late = on(2)
    late.resume(1)
    late.tell(2, 3, 4)
    late.complete(1, 3)
    expect(findings()).to.deep.equal([])
  })

  it('leaves out nothing that is old', () => {
    const { on, findings } = lines()
    on(1).tell(1, 2, 3, 4)
    const late = on(2)
    late.resume(0)
    late.tell(3, 4)
    late.complete(0, 2)
    expect(findings()).to.have.length(1)
    expect(findings()[0]).to.match(/what came after #0 of t-1, .* is not told #1 \(.*line 1.*\) and 1 more/)
  })

  it('may hold more than was told when it was asked for, and owes nothing that came meanwhile', () => {
    const { on, findings } = lines()
    const [one, other] = [on(1), on(2)]
    one.tell(1)
    other.resume(0)
    one.tell(2)
    other.tell(1)
    other.complete(0, 1)
    other.tell(2)
    expect(findings()).to.deep.equal([])
  })
})
