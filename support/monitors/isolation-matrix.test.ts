import { describe, it } from 'node:test'
import { expect } from 'chai'
import { OwnershipRegistry } from './ownership-registry.ts'
import type { Received } from './history.ts'
import { isolationMatrix, type IsolationMatrix } from './isolation-matrix.ts'

const THREADS = { Asha: 'thr_7c1e44d0a9b8', Bram: 'thr_55aa55bb55cc' }
const received = (person: string, text: string): Received => ({
  ...{ person, text, part: 'frame' },
  source: { kind: 'frame', connection: 1, at: 0 },
})

function matrixOf(...history: Received[]): IsolationMatrix {
  const ownership = new OwnershipRegistry()
  for (const [person, thread] of Object.entries(THREADS)) ownership.register(person, thread)
  return isolationMatrix(history, ownership)
}

describe('The isolation matrix', () => {
  it('has a row and a column for everybody who owns or was shown something', () => {
    const { people, cells } = matrixOf(received('Chidi', 'good morning'))
    expect(people).to.deep.equal(['Asha', 'Bram', 'Chidi'])
    expect(cells.map((row) => row.length)).to.deep.equal([3, 3, 3])
  })

  it('tells what one was shown of another, and that there was something to be seen', () => {
    const { cells } = matrixOf(
      received('Asha', `${THREADS.Asha} and ${THREADS.Asha}`),
      received('Asha', THREADS.Asha),
      received('Bram', THREADS.Bram),
      received('Bram', 'nothing'),
      received('Bram', THREADS.Asha),
    )
    expect(cells).to.deep.equal([
      [
        { observed: 2, owned: 2, foreign: 0 },
        { observed: 2, owned: 1, foreign: 0 },
      ],
      [
        { observed: 3, owned: 2, foreign: 1 },
        { observed: 3, owned: 1, foreign: 0 },
      ],
    ])
  })

  it('is told of what was never looked at that it was not', () => {
    const { cells } = matrixOf()
    expect(cells.flat()).to.deep.equal(Array(4).fill({ observed: 0, owned: 0, foreign: 0 }))
  })

  it('goes through a stream once', () => {
    const stream = [received('Bram', THREADS.Asha)].values()
    const ownership = new OwnershipRegistry()
    ownership.register('Asha', THREADS.Asha)
    expect(isolationMatrix(stream, ownership).cells[1]?.[0]?.foreign).to.equal(1)
  })
})
