import { describe, it, type TestContext } from 'node:test'
import { expect } from 'chai'
import { StillClock } from '#testing/still-clock'
import { milliseconds, seconds } from './duration.ts'
import { createHastyPacer, createPacer, paceFigures, paceMemory, UNPACED, type Pacer } from './pacer.ts'

const UNLESS_IT_HANGS = { timeout: 10_000 }
const LIMITS = { apiPerMinute: 1_000, otherPerMinute: 100 }
const API = new URL('https://api.example/api/threads')
const OTHER = new URL('https://auth.example/auth/login')

/** Notes when requests have their turn, from the beginning on. */
function race(context: TestContext, pacer: Pacer) {
  const clock = new StillClock(context)
  const startedAt = clock.now
  const queue = (url: URL, count: number): number[] => {
    const turns: number[] = []
    const note = (): void => void turns.push(clock.now - startedAt)
    for (let request = 0; request < count; request += 1) void pacer.turn(url).then(note)
    return turns
  }
  return { queue, clock }
}

/** How many turns fell into the fullest minute. */
function fullestMinute(turns: readonly number[]): number {
  return Math.max(...turns.map((from) => turns.filter((at) => at >= from && at < from + 60_000).length))
}

describe('Requests to an edge that bans', UNLESS_IT_HANGS, () => {
  it('go out evenly: the first at once, each other in its turn', async (context) => {
    const { queue, clock } = race(context, createPacer(LIMITS, paceMemory()))
    const [api, other] = [queue(API, 4), queue(OTHER, 4)]
    await clock.pass(milliseconds(3_000))
    expect(api).to.deep.equal([0, 75, 150, 225])
    expect(other).to.deep.equal([0, 750, 1_500, 2_250])
  })

  it('keep to 80 % of what is allowed in any minute', async (context) => {
    const { queue, clock } = race(context, createPacer(LIMITS, paceMemory()))
    const [api, other] = [queue(API, 850), queue(OTHER, 85)]
    await clock.pass(seconds(64), milliseconds(75))
    expect([api.length, other.length]).to.deep.equal([850, 85])
    expect(fullestMinute(api)).to.equal(800)
    expect(fullestMinute(other)).to.equal(80)
  })

  it('do not wait for those that go by the other lane', async (context) => {
    const { queue, clock } = race(context, createPacer(LIMITS, paceMemory()))
    queue(OTHER, 50)
    const api = queue(API, 2)
    await clock.pass(milliseconds(100))
    expect(api).to.deep.equal([0, 75])
  })

  it('share what is allowed with those of the other workers', async (context) => {
    const memory = paceMemory()
    const first = race(context, createPacer(LIMITS, memory))
    const second = createPacer(LIMITS, memory)
    const turns: number[] = []
    for (let request = 0; request < 2; request += 1) {
      void second.turn(OTHER).then(() => turns.push(first.clock.now - 700))
    }
    const others = first.queue(OTHER, 2)
    await first.clock.pass(milliseconds(3_000))
    expect([turns, others]).to.deep.equal([
      [0, 750],
      [1_500, 2_250],
    ])
  })

  it('save up no turns while nothing is asked', async (context) => {
    const { queue, clock } = race(context, createPacer(LIMITS, paceMemory()))
    queue(OTHER, 1)
    await clock.pass(milliseconds(10_000))
    const turns = queue(OTHER, 3)
    await clock.pass(milliseconds(2_000))
    expect(turns).to.deep.equal([10_000, 10_750, 11_500])
  })

  it('wait for those that went at once before anything was judged', async (context) => {
    const memory = paceMemory()
    const { queue, clock } = race(context, createPacer(LIMITS, memory))
    for (let call = 0; call < 4; call += 1) await createHastyPacer(LIMITS, memory).turn(OTHER)
    const turns = queue(OTHER, 2)
    await clock.pass(milliseconds(4_000))
    expect(turns).to.deep.equal([3_000, 3_750])
  })

  it('are counted: all of them, and those of the fullest minute', async (context) => {
    const memory = paceMemory()
    const { queue, clock } = race(context, createPacer(LIMITS, memory))
    queue(OTHER, 85)
    queue(API, 3)
    await clock.pass(seconds(64), milliseconds(75))
    expect(paceFigures(memory)).to.deep.equal([
      { where: 'under /api', requests: 3, mostInAMinute: 3, allowed: 1_000 },
      { where: 'elsewhere', requests: 85, mostInAMinute: 80, allowed: 100 },
    ])
  })

  it('are counted where nothing is limited, and keep nobody waiting', async (context) => {
    const memory = paceMemory()
    const { queue, clock } = race(context, createPacer(undefined, memory))
    expect(queue(OTHER, 500)).to.deep.equal([])
    await clock.pass(milliseconds(0))
    expect(paceFigures(memory)[1]).to.deep.include({ requests: 500, mostInAMinute: 500, allowed: 0 })
  })

  it('all go at once where nothing is limited', async (context) => {
    const { queue, clock } = race(context, UNPACED)
    const turns = queue(OTHER, 500)
    await clock.pass(milliseconds(0))
    expect(turns).to.deep.equal(Array(500).fill(0))
  })
})
