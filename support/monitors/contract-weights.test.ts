import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Misfit } from '#contract/reading'
import { ROUTES } from '#contract/routes'
import type { ReceivedResponse } from '#wire/exchange'
import { isKeptNowhere, ofError, weightOfStatus } from './contract-weights.ts'

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

describe('An answer with anything in it', () => {
  it('may be kept by nobody on the way', () => {
    const isKept = (said?: string, body = '{}'): boolean =>
      isKeptNowhere(answer(200, body, said === undefined ? {} : { 'cache-control': said }))
    for (const said of [undefined, 'no-cache', 'private', 'public', 'max-age=60'])
      expect(isKept(said), said).to.equal(false)
    expect([isKept('private, no-store'), isKept(undefined, '')]).to.deep.equal([true, true])
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
