import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Turns } from './turns.ts'

describe('Work that takes turns', () => {
  it('happens one after another for the same thing, in the order it came', async () => {
    const turns = new Turns()
    const order: string[] = []
    const first = Promise.withResolvers<void>()
    const one = turns.take('thread', async () => {
      await first.promise
      order.push('one')
    })
    const two = turns.take('thread', () => Promise.resolve(void order.push('two')))
    first.resolve()
    await Promise.all([one, two])
    assert.deepEqual(order, ['one', 'two'])
  })

  it('happens side by side for different things', async () => {
    const turns = new Turns()
    const never = turns.take('one thread', () => new Promise<never>(() => undefined))
    void never
    assert.equal(await turns.take('another thread', () => Promise.resolve('done')), 'done')
  })

  it('goes on after a failure, which only its own caller is told of', async () => {
    const turns = new Turns()
    const failing = turns.take('thread', () => Promise.reject(new Error('planted')))
    const next = turns.take('thread', () => Promise.resolve('done'))
    await assert.rejects(failing, /planted/)
    assert.equal(await next, 'done')
  })
})
