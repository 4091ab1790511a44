import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Misfit } from '#contract/reading'
import { ROUTES } from '#contract/routes'
import type { ReceivedResponse } from '#wire/exchange'
import { ofError, weightOfKeeping, weightOfStatus } from './contract-weights.ts'

const answer = (status: number, body = '', headers: ReceivedResponse['headers'] = {}): ReceivedResponse => ({
  ...{ status, body, headers },
})

describe('Another status', () => {
  it('differs where it denies, is done, or sends on just the same', () => {
    const { providerCallback, deleteMe, register } = ROUTES
    expect(weightOfStatus(register, answer(403))).to.equal('differs')
    expect(weightOfStatus(register, answer(201, '{}'))).to.equal('differs')
    expect(weightOfStatus(deleteMe, answer(200))).to.equal('differs')
    for (const status of [303, 307])
      expect(weightOfStatus(providerCallback, answer(status))).to.equal('differs')
  })

  it('breaks where something else is done', () => {
    expect(weightOfStatus(ROUTES.deleteMe, answer(200, '{}'))).to.equal('breaks')
    expect(weightOfStatus(ROUTES.register, answer(303))).to.equal('breaks')
    expect(weightOfStatus(ROUTES.providerCallback, answer(304))).to.equal('breaks')
  })
})

describe('An answer that may be kept on the way', () => {
  const weigh = (said?: string, body = '{}'): string | undefined =>
    weightOfKeeping(answer(200, body, said === undefined ? {} : { 'cache-control': said }))

  it('differs where nothing is said of it, and breaks where it is allowed', () => {
    for (const said of [undefined, 'no-cache', 'private', 'max-age=0'])
      expect(weigh(said), said).to.equal('differs')
    for (const said of ['public', 'private, max-age=60', 's-maxage=5', 'max-age=31536000, immutable'])
      expect(weigh(said), said).to.equal('breaks')
  })

  it('is none where nobody may keep it, or nothing is in it', () => {
    expect([weigh('private, no-store'), weigh(undefined, '')]).to.deep.equal([undefined, undefined])
  })
})

describe('An error in another shape', () => {
  const missing: Misfit = { path: 'trace_id', what: 'is missing', weight: 'breaks' }
  const empty: Misfit = { ...missing, what: 'is empty' }
  const weigh = (body: object, status = 404): string[] =>
    ofError([missing, empty], answer(status, JSON.stringify(body))).map(({ weight }) => weight)

  it('differs where it says why; what is empty breaks all the same', () => {
    expect(weigh({ detail: 'There is no such thread' })).to.deep.equal(['differs', 'breaks'])
    expect(weigh({ error: { message: 'There is no such thread' } })).to.deep.equal(['differs', 'breaks'])
  })

  it('breaks where it does not, or is no error', () => {
    expect(weigh({ error: true })).to.deep.equal(['breaks', 'breaks'])
    expect(weigh({ detail: 'There is no such thread' }, 200)).to.deep.equal(['breaks', 'breaks'])
  })
})
