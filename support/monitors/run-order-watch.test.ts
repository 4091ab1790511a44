import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFrame } from '#contract/frames'
import type { WireFrame } from '#wire/exchange'
import { RunOrderWatch } from './run-order-watch.ts'

const AT = '2026-01-02T03:04:05Z'

interface Told {
  readonly connection?: number
  readonly person?: string
  readonly thread?: string
  readonly run?: string
}

/** A person's line, on which one thing is told after the other. */
function listen(
  watch: RunOrderWatch,
  { connection = 1, person = 'Asha', thread = 't-1', run = 'r-1' }: Told = {},
) {
  const place = { connection, person, at: 0 }
  const hear = (frame: object): void => {
    const text = JSON.stringify({ timestamp: AT, ...frame })
    watch.frame({ ...place, direction: 'received', text, parsed: readFrame(text) })
  }
  const tell = (sequence: number, type: string, more: object = {}): void => {
    const ids = { user_id: 'u-1', thread_id: thread, run_id: run, agent_name: 'supervisor' }
    const event_id = `${thread}/${sequence}`
    hear({ type, event_id, sequence, payload: { ...ids, ...more } })
  }
  return {
    accept: (): void =>
      hear({ type: 'message_accepted', payload: { client_message_id: 'm', thread_id: thread, run_id: run } }),
    start: (sequence: number): void => tell(sequence, 'agent_started', { parent_agent: null }),
    think: (sequence: number): void => tell(sequence, 'agent_thinking', { reasoning: 'Hm.', step_number: 1 }),
    end: (sequence: number): void => tell(sequence, 'agent_completed', { result: 'Done.' }),
    resume: (after: number): void => {
      const text = JSON.stringify({ type: 'resume', payload: { thread_id: thread, after } })
      watch.frame({ ...place, direction: 'sent', text } satisfies WireFrame)
    },
  }
}

const texts = ({ findings }: RunOrderWatch): string[] => findings.map(({ text }) => text)

describe('What a line is told of a thread', () => {
  it('is in order when it has no gap and no repeat, from wherever the line began to listen', () => {
    const watch = new RunOrderWatch()
    const connection = listen(watch)
    connection.accept()
    connection.start(7)
    connection.think(8)
    connection.end(9)
    expect(texts(watch)).to.deep.equal([])
  })

  const faults = {
    'has a gap': { sequences: [1, 2, 4, 5], finding: 'was told #4 after #2' },
    'repeats an event': { sequences: [1, 2, 2, 3], finding: 'was told #2 after #2' },
    'has two events swapped': { sequences: [1, 3, 2, 4], finding: 'was told #3 after #1' },
    'begins again': { sequences: [3, 4, 1], finding: 'was told #1 after #4' },
  }
  for (const [what, { sequences, finding }] of Object.entries(faults)) {
    it(`is found out when it ${what}`, () => {
      const watch = new RunOrderWatch()
      const connection = listen(watch)
      for (const sequence of sequences) connection.think(sequence)
      expect(texts(watch)[0]).to.equal(`Asha's line 1 ${finding} of one thread`)
    })
  }

  it('is counted for every thread by itself', () => {
    const watch = new RunOrderWatch()
    const [one, other] = [listen(watch), listen(watch, { thread: 't-2', run: 'r-2' })]
    one.think(1)
    other.think(5)
    one.think(2)
    other.think(6)
    expect(texts(watch)).to.deep.equal([])
    other.think(8)
    expect(texts(watch)).to.deep.equal(["Asha's line 1 was told #8 after #6 of one thread"])
  })
})

describe('Who asks to resume', () => {
  it('is told again from there, once, and then goes on', () => {
    const watch = new RunOrderWatch()
    const connection = listen(watch)
    for (const sequence of [1, 2, 3, 4]) connection.think(sequence)
    connection.resume(2)
    for (const sequence of [3, 4, 5]) connection.think(sequence)
    expect(texts(watch)).to.deep.equal([])
  })

  const faults = {
    'skips one': { replay: [3, 5], finding: 'was told #5 after #3' },
    'begins too early': { replay: [2], finding: 'was told #2 after #4' },
    'repeats one': { replay: [3, 3], finding: 'was told #3 after #3' },
    'comes twice': { replay: [3, 4, 3], finding: 'was told #3 after #4' },
  }
  for (const [what, { replay, finding }] of Object.entries(faults)) {
    it(`finds out that the replay ${what}`, () => {
      const watch = new RunOrderWatch()
      const connection = listen(watch)
      for (const sequence of [1, 2, 3, 4]) connection.think(sequence)
      connection.resume(2)
      for (const sequence of replay) connection.think(sequence)
      expect(texts(watch)[0]).to.equal(`Asha's line 1 ${finding} of one thread`)
    })
  }
})

describe('The story of a run', () => {
  it('is judged from its start by a line that has heard of its acceptance, and by no other', () => {
    const watch = new RunOrderWatch()
    const [early, late] = [listen(watch), listen(watch, { connection: 2 })]
    early.accept()
    // Another run, on the same line, of whose acceptance nothing was heard.
    listen(watch, { thread: 't-2', run: 'r-2' }).think(5)
    for (const connection of [early, late]) connection.think(1)
    expect(texts(watch)).to.have.length(1)
    expect(texts(watch)[0]).to.match(/^on Asha's line 1, run r-1: #1 agent_thinking .+ before the supervisor/)
  })

  it('is told to each line once: what one line has heard is no repeat on another', () => {
    const watch = new RunOrderWatch()
    const connections = [
      listen(watch),
      listen(watch, { connection: 2 }),
      listen(watch, { connection: 3, person: 'Bram' }),
    ]
    for (const connection of connections) {
      connection.accept()
      connection.start(1)
      connection.end(2)
    }
    expect(texts(watch)).to.deep.equal([])
    connections[2]?.think(3)
    expect(texts(watch)).to.deep.equal([
      "on Bram's line 3, run r-1: #3 agent_thinking of supervisor comes after the end (#2 agent_completed of supervisor)",
    ])
  })

  it('has every event once, also when it was replayed', () => {
    const watch = new RunOrderWatch()
    const connection = listen(watch)
    connection.accept()
    connection.start(1)
    connection.think(2)
    connection.end(3)
    connection.resume(0)
    connection.start(1)
    connection.think(2)
    connection.end(3)
    expect(texts(watch)).to.deep.equal([])
  })
})
