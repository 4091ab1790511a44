import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ROUTES } from '#contract/routes'
import { exchange } from '#testing/exchange'
import { History } from './history.ts'

const END = { connection: 2, person: 'Bram', code: 1008, reason: 'expired', at: 9, ours: false }

describe('The history', () => {
  it('keeps bodies, headers, frames and farewells, in order', () => {
    const history = new History()
    history.exchange(exchange({ body: '{}', headers: { a: '1', b: '2' } }))
    history.frame({ connection: 2, person: 'Bram', direction: 'received', text: 'hello', at: 3 })
    history.connectionEnd(END)
    expect(history.received.map(({ person, part, text }) => [person, part, text])).to.deep.equal([
      ['Asha', 'body', '{}'],
      ['Asha', 'headers', 'a: 1\nb: 2'],
      ['Bram', 'frame', 'hello'],
      ['Bram', 'close', 'expired'],
    ])
  })

  it('keeps nothing that is empty, and nothing that the suite said', () => {
    const history = new History()
    history.exchange(exchange({ status: 204 }))
    history.frame({ connection: 2, person: 'Bram', direction: 'sent', text: 'hello', at: 3 })
    history.connectionEnd({ ...END, reason: '' })
    history.connectionEnd({ ...END, ours: true })
    expect(history.received).to.deep.equal([])
  })

  it('knows what somebody has said herself before, on that line and in that call', () => {
    const history = new History()
    const line = { connection: 2, person: 'Bram', at: 3 }
    const told = { ...line, direction: 'received', text: 'hello' } as const
    history.opened({ ...line, token: 'her pass' })
    history.frame({ ...line, direction: 'sent', text: 'one' })
    history.frame(told)
    history.frame({ ...line, direction: 'sent', text: 'two' })
    history.frame({ ...told, connection: 3 })
    const request = { method: 'PUT', url: 'https://a.example/b', headers: { c: 'd' }, body: 'e' }
    history.exchange(exchange({ request, status: 404, body: 'no' }))
    expect(history.received.map(({ said, isError }) => [said?.(), isError])).to.deep.equal([
      [['her pass', 'one'], false],
      [[], false],
      [['https://a.example/b', 'e', 'd'], true],
    ])
  })

  it('knows what she typed at the outside provider when she comes back from there', () => {
    const history = new History()
    const typed = { method: 'POST', url: 'https://p.example/x', headers: {}, body: 'email=a%40b.example' }
    const back = { method: 'GET', url: 'https://a.example/auth/callback?code=1', headers: {} }
    history.exchange(exchange({ service: 'outside', request: typed, body: 'Welcome' }))
    for (const [route, person] of [
      [ROUTES.providerCallback.name, 'Asha'],
      [ROUTES.providerCallback.name, 'Bram'],
      [ROUTES.me.name, 'Asha'],
    ] as const)
      history.exchange(exchange({ request: back, route, person, body: 'a@b.example' }))
    expect(history.received.map(({ said }) => said?.())).to.deep.equal([
      [back.url, '', typed.body],
      [back.url, ''],
      [back.url, ''],
    ])
  })
})
