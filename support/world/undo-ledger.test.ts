import { describe, it } from 'node:test'
import { expect } from 'chai'
import { UndoLedger } from './undo-ledger.ts'

/** A ledger in which each thing notes when it was taken back; those that end in `!` fail. */
function fill(...things: readonly string[]): { ledger: UndoLedger; undone: string[] } {
  const [ledger, undone] = [new UndoLedger(), [] as string[]]
  for (const thing of things) {
    ledger.add(thing, async () => {
      undone.push(`${thing} begins`)
      await Promise.resolve()
      if (thing.endsWith('!')) throw new Error('it is stuck')
      undone.push(`${thing} ends`)
    })
  }
  return { ledger, undone }
}

describe('What a scenario has done', () => {
  it('is taken back at once, begun with the newest', async () => {
    const { ledger, undone } = fill('account', 'thread', 'run')
    expect(await ledger.run()).to.deep.equal([])
    expect(undone).to.deep.equal([
      'run begins',
      'thread begins',
      'account begins',
      'run ends',
      'thread ends',
      'account ends',
    ])
  })

  it('is taken back as far as it goes: one failure does not stop the rest, and is named', async () => {
    const { ledger, undone } = fill('account', 'thread!', 'run!')
    expect(await ledger.run()).to.deep.equal(['run!: it is stuck', 'thread!: it is stuck'])
    expect(undone).to.include('account ends')
  })

  it('is named also when what was thrown is no error', async () => {
    const ledger = new UndoLedger()
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what others throw is not ours to choose
    ledger.add('account', () => Promise.reject('gone'))
    expect(await ledger.run()).to.deep.equal(['account: gone'])
  })

  it('is taken back as far as it goes, also when an undoing fails before it has begun', async () => {
    const { ledger, undone } = fill('account')
    ledger.add('thread', () => {
      throw new Error('unthinkable')
    })
    expect(await ledger.run()).to.deep.equal(['thread: unthinkable'])
    expect(undone).to.include('account ends')
  })

  it('is taken back once', async () => {
    const { ledger, undone } = fill('account')
    await ledger.run()
    await ledger.run()
    expect(undone).to.deep.equal(['account begins', 'account ends'])
  })

  it('is left behind, and named, when the target is lost', async () => {
    const { ledger, undone } = fill('account', 'thread')
    expect(ledger.abandon()).to.deep.equal(['account: the target was lost', 'thread: the target was lost'])
    expect(await ledger.run()).to.deep.equal([])
    expect(undone).to.deep.equal([])
  })
})
