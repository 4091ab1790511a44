import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, it } from 'node:test'
import { Refusal } from '#kit/refusal'
import { createLoginThrottle, type LoginThrottle } from './login-throttle.ts'

const fail = (throttle: LoginThrottle): Promise<void> =>
  throttle.inTurn('asha', async () => {
    await throttle.admit('asha')
    await throttle.failed('asha')
  })

const failures = (count: number): null[] => Array.from({ length: count }, () => null)

describe('The login throttle', () => {
  it('looks at ten failures, also of the same moment, and says how long the others have to wait', async () => {
    const throttle = createLoginThrottle()
    const tries = await Promise.allSettled(failures(60).map(() => fail(throttle)))
    const refusals = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason as Refusal] : []))
    assert.equal(refusals.length, 50)
    for (const { status, headers } of refusals)
      assert.deepEqual([status, headers], [429, { 'retry-after': '60' }])
    await throttle.admit('bram')
  })

  it('forgives when the wait that it told is over', async () => {
    const throttle = createLoginThrottle(1)
    await Promise.all(failures(10).map(() => fail(throttle)))
    await assert.rejects(throttle.admit('asha'), ({ headers }: Refusal) => headers['retry-after'] === '1')
    await pause(1_050)
    await throttle.admit('asha')
  })

  it('forgets the failures of whoever gets in', async () => {
    const throttle = createLoginThrottle()
    await Promise.all(failures(9).map(() => fail(throttle)))
    await throttle.succeeded('asha')
    await Promise.all(failures(10).map(() => fail(throttle)))
    await assert.rejects(throttle.admit('asha'), Refusal)
  })
})
