import { describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange } from '#testing/exchange'
import { StillClock } from '#testing/still-clock'
import { milliseconds } from '#waiting/duration'
import type { WireFrame, ConnectionEnd } from './exchange.ts'
import { Wire, type WireObserver } from './wire.ts'

const EXCHANGE = exchange()
const FRAME: WireFrame = { connection: 1, person: 'Asha', direction: 'received', text: '{}', at: 5 }
const END: ConnectionEnd = {
  connection: 1,
  person: 'Asha',
  code: 1008,
  reason: 'signed out',
  ours: false,
  at: 9,
}

describe('The wire', () => {
  it('tells every observer of everything that passes, in order', () => {
    const told: unknown[][] = [[], []]
    const observers = told.map((heard): WireObserver => ({
      exchange: (told) => void heard.push(told),
      frame: (frame) => void heard.push(frame),
      connectionEnd: (end) => void heard.push(end),
    }))
    const wire = new Wire(observers)
    wire.exchange(EXCHANGE)
    wire.frame(FRAME)
    wire.connectionEnd(END)
    expect(told).to.deep.equal([
      [EXCHANGE, FRAME, END],
      [EXCHANGE, FRAME, END],
    ])
  })

  it('does not mind an observer who looks at something else', () => {
    const frames: WireFrame[] = []
    const wire = new Wire([{}, { frame: (frame) => void frames.push(frame) }])
    wire.exchange(EXCHANGE)
    wire.frame(FRAME)
    wire.connectionEnd(END)
    expect(frames).to.deep.equal([FRAME])
  })

  it('counts exchanges and lines from 1, each for itself, anew in every scenario', () => {
    const wire = new Wire([])
    const numbers = [wire.nextExchange(), wire.nextExchange(), wire.nextConnection(), wire.nextExchange()]
    expect(numbers).to.deep.equal([1, 2, 1, 3])
    expect([wire.nextConnection(), new Wire([]).nextExchange()]).to.deep.equal([2, 1])
  })

  it('counts its time from the beginning of the scenario', async (context) => {
    const clock = new StillClock(context)
    const wire = new Wire([])
    await clock.pass(milliseconds(250))
    expect(wire.now()).to.equal(250)
  })
})

describe('What is still open', () => {
  it('is named until it is closed', () => {
    const wire = new Wire([])
    expect(wire.stillOpen()).to.deep.equal([])
    const connection = wire.opened("Asha's line 1")
    const call = wire.opened("Asha's GET /auth/me")
    expect(wire.stillOpen()).to.deep.equal(["Asha's line 1", "Asha's GET /auth/me"])
    connection.close()
    expect(wire.stillOpen()).to.deep.equal(["Asha's GET /auth/me"])
    call.close()
    expect(wire.stillOpen()).to.deep.equal([])
  })

  it('is not mistaken for another thing of the same name, nor closed twice', () => {
    const wire = new Wire([])
    const [first] = [wire.opened("Asha's GET /auth/me"), wire.opened("Asha's GET /auth/me")]
    first.close()
    first.close()
    expect(wire.stillOpen()).to.deep.equal(["Asha's GET /auth/me"])
  })
})
