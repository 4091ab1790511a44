import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import { settleDown } from '#waiting/settle-down'
import { LateErrors, type ErrorOwner } from './late-errors.ts'

const EVENT = 'unhandledRejection'

/** Somebody who notes what they are blamed for. */
class Owner implements ErrorOwner {
  readonly blamedFor: string[] = []

  blame(text: string): void {
    this.blamedFor.push(text)
  }
}

/** Fails after everything that is ready to run has run, and nobody waits for it. */
async function failLate(error: unknown): Promise<never> {
  await settleDown()
  throw error
}

describe('An error that nobody waits for any more', () => {
  let runnersOwn: NodeJS.UnhandledRejectionListener[] = []

  // The test runner would blame its own test.
  beforeEach(() => {
    runnersOwn = process.listeners(EVENT)
    process.removeAllListeners(EVENT)
  })

  afterEach(() => {
    process.removeAllListeners(EVENT)
    for (const listener of runnersOwn) process.on(EVENT, listener)
  })

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await settleDown()
  }

  it('is blamed on whose work it was, by its class and message, long after the step has ended', async () => {
    const [errors, owner, unowned] = [new LateErrors(), new Owner(), [] as string[]]
    errors.watch((text) => unowned.push(text))
    const outcome = errors.runAs(owner, () => {
      void failLate(new TypeError('x is not a function'))
      return 'the step has ended'
    })
    expect(outcome).to.equal('the step has ended')
    expect(owner.blamedFor).to.deep.equal([])
    await settle()
    expect(owner.blamedFor).to.deep.equal(['TypeError: x is not a function'])
    expect(unowned).to.deep.equal([])
  })

  it('is not blamed on who happens to work when it comes', async () => {
    const [errors, early, late] = [new LateErrors(), new Owner(), new Owner()]
    errors.watch(() => undefined)
    errors.runAs(early, () => void failLate(new Error('too late')))
    await errors.runAs(late, settle)
    expect(early.blamedFor).to.deep.equal(['Error: too late'])
    expect(late.blamedFor).to.deep.equal([])
  })

  it('is blamed on each for their own work', async () => {
    const [errors, asha, bram] = [new LateErrors(), new Owner(), new Owner()]
    errors.watch(() => undefined)
    errors.runAs(asha, () => void failLate('of Asha'))
    errors.runAs(bram, () => void failLate('of Bram'))
    await settle()
    expect([asha.blamedFor, bram.blamedFor]).to.deep.equal([['of Asha'], ['of Bram']])
  })

  it('is told apart when it belongs to nobody', async () => {
    const [errors, unowned] = [new LateErrors(), [] as string[]]
    errors.watch((text) => unowned.push(text))
    void failLate(new RangeError('of nobody'))
    await settle()
    expect(unowned).to.deep.equal(['RangeError: of nobody'])
  })

  it('is none when somebody catches it after all', async () => {
    const [errors, owner, unowned] = [new LateErrors(), new Owner(), [] as string[]]
    errors.watch((text) => unowned.push(text))
    errors.runAs(owner, () => void failLate(new Error('caught')).catch(() => undefined))
    await settle()
    expect([owner.blamedFor, unowned]).to.deep.equal([[], []])
  })
})
