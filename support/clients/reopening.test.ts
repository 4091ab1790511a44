import { describe, it } from 'node:test'
import { expect } from 'chai'
import { InTrouble } from '#wire/unexpected'
import { connectionWith } from '#testing/connection'
import type { ConnectionAttempt } from './open-connection.ts'
import { reopening } from './reopening.ts'

const { signal } = new AbortController()
const { connection } = connectionWith()
const OPEN = { outcome: 'open', connection } as unknown as ConnectionAttempt

/** Whether a line that has ended so is there again. @param before how many in a row were lost at once before it */
async function isBack(
  code: number,
  before = 0,
  open: () => Promise<ConnectionAttempt> = () => Promise.resolve(OPEN),
): Promise<boolean> {
  return (await reopening(signal, before, open)(code, undefined)) === connection
}

describe('A line that has ended', () => {
  it('is opened again where nobody has ended it on purpose', async () => {
    for (const code of [1001, 1012, 1013]) expect(await isBack(code), String(code)).to.equal(true)
    for (const code of [1000, 1006, 1008, 1009, 1011])
      expect(await isBack(code), String(code)).to.equal(false)
  })

  it('is not opened once more when it was lost at once three times in a row', async () => {
    expect([await isBack(1012, 1), await isBack(1012, 2)]).to.deep.equal([true, false])
  })

  it('stays ended when nobody is let in again, or the target is in trouble', async () => {
    const refused = (): Promise<ConnectionAttempt> => Promise.resolve({ outcome: 'refused', how: '401' })
    expect(await isBack(1001, 0, refused)).to.equal(false)
    expect(await isBack(1001, 0, () => Promise.reject(new InTrouble("Asha's line", '503')))).to.equal(false)
  })
})
