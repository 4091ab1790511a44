import { describe, it } from 'node:test'
import { expect } from 'chai'
import { Belongings } from './belongings.ts'
import type { Call } from './call.ts'
import { Moments } from './moments.ts'
import { RunsJudge } from './runs-judge.ts'
import { Disputes } from './saying.ts'
import { Talk } from './talk.ts'

const momentAt = (ms: number): string => new Date(ms).toISOString()
const claims = { sub: 'u-1', email: 'a@x.example', permissions: [], iat: 0, exp: 9_000 }

function call(route: Call['route'], from: number, more: Partial<Call>): Call {
  const common = { person: 'Asha', route, query: new URLSearchParams(), sent: {}, claims, id: '' }
  return { ...common, status: 200, told: {}, from, to: from + 10, where: `exchange at ${from}`, ...more }
}

const thread = { id: 't-1', object: 'thread', title: 'T', metadata: {}, message_count: 0 }
const BEGUN = [
  call('createThread', 0, {
    sent: { title: 'T' },
    told: { ...thread, created_at: momentAt(5), updated_at: momentAt(5) },
  }),
  call('sendMessage', 100, {
    ...{ id: 't-1', status: 202, sent: { content: 'Hello?' } },
    told: { message_id: 'm-1', run_id: 'r-1', thread_id: 't-1' },
  }),
]

/** @param starts when it is told to be begun, each time later than before */
function disputesOver(...starts: readonly number[]): string[] {
  const moments = new Moments(0, 0)
  const judge = new RunsJudge(new Belongings(BEGUN, new Talk()), moments)
  return starts.flatMap((start, index) => {
    const run = { run_id: 'r-1', thread_id: 't-1', status: 'running', agents: [] }
    const told = { ...run, started_at: momentAt(start), finished_at: null, error: null }
    const look = call('run', 200 + 100 * index, { id: 'r-1', told })
    const disputes = new Disputes(look)
    judge.judge(look, disputes)
    return disputes.found
  })
}

describe('what is told of work', () => {
  it('is begun when it was begun, to the second', () => {
    expect(disputesOver(104, 104, 1_000)).to.deep.equal([])
  })

  it('is found out where it was begun at another time than it was told before', () => {
    const [found = '', ...more] = disputesOver(2_104, 2_104, 104)
    expect(more).to.deep.equal([])
    expect(found).to.match(
      /run r-1 was begun at \S+02\.104Z by exchange at 200, and it was begun at \S+00\.104Z/,
    )
  })
})
