import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFrame, type ReceivedFrame } from '#contract/frames'
import { ends, observedRun, starts, thinks } from '#testing/observed-run'
import { isAnswered, lastTold, LineAfterLoss } from './line-after-loss.ts'

const SUPERVISOR = 'supervisor'
const words = observedRun([starts(SUPERVISOR, null), thinks(SUPERVISOR), starts('data'), ends(SUPERVISOR)])
const [first, second, third, last] = words.events.map(({ event }) => event) as [
  ReceivedFrame,
  ReceivedFrame,
  ReceivedFrame,
  ReceivedFrame,
]

function frame(type: string, payload: object): ReceivedFrame {
  return readFrame(JSON.stringify({ type, timestamp: '2026-01-02T03:04:05Z', payload }))
}

const IDS = { thread_id: 't-1', run_id: 'r-1', client_message_id: 'm-1' }
const ACCEPTED = frame('message_accepted', IDS)
const REPLAYED = frame('replay_complete', { thread_id: 't-1', after: 1, replayed: 2 })
const beat = (connection_id: string): ReceivedFrame => frame('heartbeat', { connection_id })
const welcome = (connection_id: string): ReceivedFrame =>
  frame('connection_established', {
    ...{ connection_id, user_id: 'u-1', server_time: '2026-01-02T03:04:05Z' },
    ...{ heartbeat_interval_seconds: 15, max_message_bytes: 65_536 },
  })
const WELCOME = welcome('c-2')

describe('A line in place of a lost one', () => {
  it('is asked for what comes next of work that goes on, and of no other', () => {
    expect(new LineAfterLoss([first, second]).wishes).to.deep.equal([['t-1', 2]])
    expect(new LineAfterLoss([ACCEPTED]).wishes).to.deep.equal([['t-1', 0]])
    expect(new LineAfterLoss([first, last, ACCEPTED]).wishes).to.deep.equal([])
    expect(new LineAfterLoss([]).wishes).to.deep.equal([])
  })

  it('tells what the lost one would have told, once and in order', () => {
    const after = new LineAfterLoss([first])
    const told = [third, second, third, REPLAYED, last].flatMap((one) => after.toldOf(one) ?? [])
    expect(told).to.deep.equal([second, third, last])
  })

  it('is asked for what came of a question that nobody has answered', () => {
    const told = [WELCOME, first, last]
    expect([lastTold('t-1', told), lastTold('t-2', told)]).to.deep.equal([4, 0])
    const after = new LineAfterLoss(told, [], [['t-1', 4]])
    expect(after.wishes).to.deep.equal([['t-1', 4]])
    expect([REPLAYED, last].flatMap((one) => after.toldOf(one) ?? [])).to.deep.equal([last])
  })

  it('goes on with what was being told again, and says when that has come to its end', () => {
    const after = new LineAfterLoss([WELCOME, first], [['t-1', 0]])
    expect(after.wishes).to.deep.equal([['t-1', 0]])
    const told = [first, second, third, REPLAYED].flatMap((one) => after.toldOf(one) ?? [])
    expect(told).to.deep.equal([second, third, REPLAYED])
    expect(new LineAfterLoss([WELCOME, REPLAYED], [['t-1', 1]]).wishes).to.deep.equal([])
  })

  it('tells again what had come out of its turn before', () => {
    const after = new LineAfterLoss([WELCOME, third], [['t-1', 0]])
    const told = [first, second, third, REPLAYED].flatMap((one) => after.toldOf(one) ?? [])
    expect(told).to.deep.equal([first, second, third, REPLAYED])
  })

  it('gives signs of life in the name of the lost one, and not in that of a third', () => {
    const after = new LineAfterLoss([welcome('c-1')])
    const told = [WELCOME, beat('c-2'), beat('c-3')].flatMap((one) => after.toldOf(one) ?? [])
    // The welcome is one, too.
    expect(told).to.deep.equal([beat('c-1'), beat('c-1'), beat('c-3')])
  })

  it('tells a replay that somebody else has asked for', () => {
    expect(new LineAfterLoss([]).toldOf(REPLAYED)).to.equal(REPLAYED)
  })
})

describe('What was said on a line', () => {
  it('is answered by what carries its name', () => {
    expect(isAnswered('m-1', [ACCEPTED])).to.equal(true)
    expect(isAnswered('n-1', [frame('pong', { nonce: 'n-1' })])).to.equal(true)
    expect(isAnswered('m-2', [ACCEPTED, first])).to.equal(false)
  })
})
