import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { ThreadId } from '#clients/ids'
import { LineSuccession } from '#clients/line-succession'
import { goOnWith } from './threads-told.ts'

const [EARLIER, HEARD, LATER] = ['earlier', 'heard', 'later'] as ThreadId[] as [ThreadId, ThreadId, ThreadId]

describe('A line that may be lost', () => {
  it('goes on with what had been told of each thread when it was opened, and with all of what is begun later', () => {
    const succession = new LineSuccession()
    const before = new Map([
      [EARLIER, 0],
      [HEARD, 4],
    ])
    goOnWith({ succession }, before, () => new Map([...before, [LATER, 7]]))
    expect(succession.threads()).to.deep.equal([
      [HEARD, 4],
      [LATER, 0],
    ])
  })
})
