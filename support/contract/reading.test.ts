import { describe, it } from 'node:test'
import { expect } from 'chai'
import { z } from 'zod'
import { Id, Timestamp, told } from './leaves.ts'
import { read, type Misfit } from './reading.ts'

const Thread = z.object({
  ...{ id: Id, title: z.string(), at: Timestamp, run: Id.nullable() },
  kind: z.literal('thread'),
  ...{ notes: told(z.object({ colour: Id })), seen: told(Timestamp) },
})
const Page = z.object({ threads: z.array(Thread), total: z.number() })
const AT = '2026-01-02T03:04:05.000Z'
const GOOD = {
  id: 't-1',
  kind: 'thread',
  title: 'Costs',
  at: AT,
  run: null,
  notes: { colour: 'blue' },
  seen: AT,
}

const CASES: Readonly<Record<string, readonly [object, string]>> = {
  'further fields': [{ more: 1 }, ''],
  'a field left out': [{ title: undefined }, 'breaks title is missing'],
  'a field that is null': [{ title: null }, 'breaks title is null'],
  'another type': [{ title: 7 }, 'breaks title is a number where text is due'],
  'an id that is empty': [{ id: '' }, 'breaks id is empty'],
  'an id that is a number': [{ id: 7 }, 'differs id is a number where text is due'],
  'a time in seconds': [{ at: 1767323045 }, 'differs at is a time in another notation'],
  'a time without its offset': [{ at: '2026-01-02T03:04:05' }, 'differs at is a time in another notation'],
  'a word in other letters': [{ kind: 'Thread' }, 'differs kind is "Thread" where "thread" is due'],
  'another word': [{ kind: 'post' }, 'breaks kind is text where "thread" is due'],
  'what is only told left out': [{ notes: undefined }, 'differs notes is missing'],
  'what is only told being null': [{ seen: null }, 'differs seen is missing'],
  'a wrong value of what is only told': [{ seen: 'soon' }, 'breaks seen is text where a time is due'],
  'something missing in what is only told': [{ notes: {} }, 'breaks notes.colour is missing'],
  'nothing, left out': [{ run: undefined }, 'differs run is missing'],
  'a time that is none': [{ at: 'yesterday' }, 'breaks at is text where a time is due'],
}

function needing({ path }: Misfit): never {
  throw new Error(`needed ${path}`)
}

describe('A body is read', () => {
  for (const [what, [more, misfit]] of Object.entries(CASES)) {
    it(`with ${what}`, () => {
      const { data, misfits } = read(Thread, { ...GOOD, ...more }, needing)
      expect(misfits.map(({ weight, path, what: how }) => `${weight} ${path} ${how}`).join()).to.equal(misfit)
      expect(data?.run).to.equal(null)
      if (misfit.startsWith('differs')) expect({ ...data }).to.deep.include({ title: 'Costs' })
    })
  }

  it('so that what does not fit costs only whoever asks for it', () => {
    const { data, misfits } = read(Page, { threads: [{ ...GOOD, title: null }], total: 1 }, needing)
    expect(misfits.map(({ path }) => path)).to.deep.equal(['threads[].title'])
    expect([data?.total, data?.threads[0]?.id]).to.deep.equal([1, 't-1'])
    expect(() => data?.threads[0]?.title).to.throw('needed threads[].title')
    expect(JSON.stringify(data)).not.to.contain('title')
  })

  it('as one without anything in it, where it is left out and had to hold nothing', () => {
    const Said = z.object({ status: told(z.literal('success')) })
    expect(read(Said, undefined)).to.deep.equal({
      data: {},
      misfits: [{ path: '', what: 'is missing', weight: 'differs' }],
    })
    expect(read(z.object({ said: Said }), {}).data).to.deep.equal({ said: {} })
    expect(read(Said, 'success').data).to.equal(undefined)
  })

  it('not at all where it is something else', () => {
    expect(read(Page, [])).to.deep.include({ data: undefined })
  })
})
