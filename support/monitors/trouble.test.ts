import { describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange, unanswered } from '#testing/exchange'
import type { Exchange } from '#wire/exchange'
import { TroubleWatch } from './trouble.ts'

const LOST = unanswered('ECONNRESET', { trouble: { text: 'no connection (ECONNRESET)', isRepeated: true } })

function watch(...exchanges: readonly Exchange[]): TroubleWatch {
  const trouble = new TroubleWatch()
  for (const one of exchanges) trouble.exchange(one)
  return trouble
}

const many = (count: number, one: Exchange): Exchange[] => Array.from({ length: count }, () => one)

describe('Trouble of the target', () => {
  it('is told once it is over', () => {
    const { deviations, lasting } = watch(
      exchange({ status: 503, route: 'GET /auth/me', trouble: { text: 'answered 503', isRepeated: true } }),
    )
    expect(deviations.map(({ text }) => text).join()).to.match(/^GET \/auth\/me: .* answered 503$/)
    expect(lasting).to.equal(undefined)
  })

  it('is what came of it when it is not over', () => {
    const given = { text: 'answered 502', isRepeated: false }
    expect(watch(exchange({ status: 502, trouble: given })).lasting).to.match(/answered 502 \(exchange 3\)/)
  })

  it('keeps nothing from being judged once all was seen, unless they have had enough of us', () => {
    const late = (status: number, isTooMany: boolean): TroubleWatch => {
      const trouble = new TroubleWatch()
      trouble.rest()
      const given = { text: `answered ${status}`, isRepeated: false, isTooMany }
      trouble.exchange(exchange({ status, trouble: given }))
      return trouble
    }
    expect(late(502, false).lasting).to.equal(undefined)
    expect(late(502, false).deviations).to.have.length(1)
    expect(late(429, true).lasting).to.match(/answered 429/)
  })

  it('is not told when a connection is lost now and then, and is when one in twenty is', () => {
    expect(watch(...many(4, LOST)).deviations).to.deep.equal([])
    expect(watch(...many(5, LOST), ...many(95, exchange())).deviations).to.deep.equal([])
    const [often] = watch(...many(6, LOST), ...many(94, exchange())).deviations
    expect(often).to.include({ count: 6, weight: 'differs' })
  })

  it('is told where a line was opened again', () => {
    const trouble = new TroubleWatch()
    const end = { connection: 2, person: 'Asha', code: 1012, reason: '', ours: false, at: 9 }
    for (const regained of [{ regainedAs: 3 }, { regainedAs: 4 }, {}])
      trouble.connectionEnd({ ...end, ...regained })
    expect(trouble.deviations.map(({ text, count }) => `${text}: ${count}`)).to.deep.equal([
      'lines were ended with 1012, and opened again: 2',
    ])
  })

  it('is told at once where whoever stands in front has had enough, and not where it may be asked again', () => {
    const told = (isTooMany: boolean, isRepeated: boolean): string[] => {
      const [trouble, reasons] = [new TroubleWatch(), [] as string[]]
      trouble.onTooMany = (reason) => void reasons.push(reason)
      trouble.exchange(exchange({ status: 429, trouble: { text: 'answered 429', isRepeated, isTooMany } }))
      return reasons
    }
    expect(told(true, false).join()).to.match(/in trouble: .*answered 429 \(exchange 3\)/)
    expect([told(true, true), told(false, false)]).to.deep.equal([[], []])
  })
})
