import { describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { allOf } from './all-of.ts'

describe('All of several', () => {
  it('are given in their order', async () => {
    expect(await allOf([pause(2, 'one'), Promise.resolve(2)])).to.deep.equal(['one', 2])
  })

  it('have all ended when one has failed', async () => {
    let isOver = false
    const late = pause(5).then(() => (isOver = true))
    const failed = await allOf([Promise.reject(new Error('no')), late]).catch((error: unknown) => error)
    expect([String(failed), isOver]).to.deep.equal(['Error: no', true])
  })
})
