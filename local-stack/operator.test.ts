import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Door } from '#kit/door'
import { openOperator } from './operator.ts'

describe('An operator', () => {
  it('starts further backends, and stops each of them once', async (test) => {
    const ended: string[] = []
    const operator = await openOperator('http://127.0.0.1:1', (door: Door) => {
      const stop = async (): Promise<void> => {
        ended.push(door.url)
        await door.close()
      }
      return Promise.resolve({ url: door.url, stop })
    })
    assert.equal(new URL(operator.url).searchParams.get('of'), 'http://127.0.0.1:1')
    let isOpen = true
    test.after(() => (isOpen ? operator.close() : undefined))
    const start = async (): Promise<string> => {
      const answer = await fetch(operator.url, { method: 'POST' })
      return ((await answer.json()) as { url: string }).url
    }
    const [first, second] = [await start(), await start()]
    assert.notEqual(first, second)
    for (const body of [first, first]) await fetch(operator.url, { method: 'DELETE', body })
    assert.deepEqual(ended, [first])
    isOpen = false
    await operator.close()
    assert.deepEqual(ended, [first, second])
  })

  it('says that one could not be started', async (test) => {
    const operator = await openOperator('http://127.0.0.1:1', () => Promise.reject(new Error('no database')))
    test.after(() => operator.close())
    const answer = await fetch(operator.url, { method: 'POST' })
    assert.equal(answer.status, 500)
    assert.deepEqual(await answer.json(), { error: 'Error: no database' })
  })
})
