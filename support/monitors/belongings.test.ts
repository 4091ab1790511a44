import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import {
  SIMULATED_EPOCH,
  SimulatedPlatform,
  type SimulatedSight,
  type SimulatedAct,
} from '#testing/simulated-platform'
import { BelongingsWatch } from './belongings.ts'

const KINDS = ['create', 'rename', 'remove', 'ask', 'answer', 'read', 'list', 'messages'] as const
const LATER = 60_000

const act: fc.Arbitrary<SimulatedAct> = fc.record({
  kind: fc.constantFrom(...KINDS),
  which: fc.nat(4),
  from: fc.nat(LATER),
  took: fc.integer({ min: 1, max: 8_000 }),
  effect: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  word: fc.string({ minLength: 1, unit: 'grapheme' }),
})
/** One conversation at least, which is read when all is over. */
const acts = fc.array(act, { maxLength: 40 }).map((some) => {
  const asked = { which: 0, took: 1, effect: 0.5, word: 'Wie viel – 幾ら?' }
  const end = LATER + 20_000
  const begun: SimulatedAct[] = [
    { ...asked, kind: 'create', from: 0 },
    { ...asked, kind: 'ask', from: 2 },
  ]
  const read = (['read', 'list', 'messages'] as const).map((kind) => ({ ...asked, kind, from: end }))
  const kept = some.filter(({ kind }) => kind !== 'remove').map((one) => ({ ...one, from: one.from + 10 }))
  return {
    all: [...begun, ...some.map((one) => ({ ...one, from: one.from + 10 }))],
    kept: [...begun, ...kept, ...read],
  }
})

function findings(seen: readonly SimulatedSight[]): string[] {
  const watch = new BelongingsWatch(
    { auth: 0, backend: 0 },
    () => SIMULATED_EPOCH + (seen.find(({ exchange }) => exchange)?.to ?? 0),
  )
  for (const { exchange, frame } of seen) {
    if (exchange) watch.exchange(exchange)
    if (frame) watch.frame(frame)
  }
  return watch.findings.map(({ text }) => text)
}

/** The same, with the last answer of a kind changed. */
function changed(
  seen: readonly SimulatedSight[],
  path: RegExp,
  change: (told: Told) => object,
): SimulatedSight[] {
  const place = seen.findLastIndex(({ exchange }) => {
    const { method, url } = exchange?.request ?? {}
    return method === 'GET' && path.test(url ?? '')
  })
  return seen.map((one, index) => {
    if (index !== place || !one.exchange?.response) return one
    const { response } = one.exchange
    const body = JSON.stringify(change(JSON.parse(response.body) as Told))
    return { ...one, exchange: { ...one.exchange, response: { ...response, body } } }
  })
}

interface Told {
  readonly [field: string]: unknown
  readonly title: string
  readonly total: number
  readonly message_count: number
  readonly messages: readonly { readonly content: string; readonly created_at: string }[]
  readonly threads: readonly { readonly title: string }[]
}

const [ONE, LIST, MESSAGES] = [/\/t-\d+$/, /\/api\/threads$/, /\/messages$/]
const LONG_AGO = '1970-01-01T00:00:00.000Z'

/** What may be wrong with an answer, one at a time. */
const WRONG: Readonly<Record<string, readonly [RegExp, (told: Told) => object]>> = {
  'another title': [ONE, (told) => ({ ...told, title: `${told.title}.` })],
  'a thread of long ago': [ONE, (told) => ({ ...told, created_at: LONG_AGO })],
  'a change of long ago': [ONE, (told) => ({ ...told, updated_at: LONG_AGO })],
  'a change to come': [ONE, (told) => ({ ...told, updated_at: '2036-01-01T00:00:00.000Z' })],
  'fewer messages': [ONE, (told) => ({ ...told, message_count: 0 })],
  'more messages': [ONE, (told) => ({ ...told, message_count: told.message_count + 100 })],
  'other metadata': [ONE, (told) => ({ ...told, metadata: { more: true } })],
  'another thread': [ONE, (told) => ({ ...told, id: 't-99' })],
  'a list that is too short': [LIST, (told) => ({ ...told, threads: told.threads.slice(1) })],
  'an empty list': [LIST, (told) => ({ ...told, threads: [], total: 0 })],
  'a list that repeats': [LIST, (told) => ({ ...told, threads: [...told.threads, told.threads[0]] })],
  'a total of everybody': [LIST, (told) => ({ ...told, total: told.total + 1_000 })],
  'another page of the list': [LIST, (told) => ({ ...told, offset: 1 })],
  'a list without titles': [
    LIST,
    (told) => ({ ...told, threads: told.threads.map((one) => ({ ...one, title: '' })) }),
  ],
  'words trimmed': [
    MESSAGES,
    (told) => ({
      ...told,
      messages: told.messages.map((one) => ({ ...one, content: one.content.slice(0, -1) })),
    }),
  ],
  'messages of long ago': [
    MESSAGES,
    (told) => ({ ...told, messages: told.messages.map((one) => ({ ...one, created_at: LONG_AGO })) }),
  ],
  'the last message lost': [
    MESSAGES,
    (told) => ({ ...told, messages: told.messages.slice(0, -1), total: told.total - 1 }),
  ],
  'the first message lost': [MESSAGES, (told) => ({ ...told, messages: told.messages.slice(1) })],
  'a message twice': [
    MESSAGES,
    (told) => ({ ...told, messages: [told.messages[0], ...told.messages], total: told.total + 1 }),
  ],
  'a message of nobody': [
    MESSAGES,
    (told) => ({ ...told, messages: told.messages.map((one) => ({ ...one, id: 'm', run_id: 'r' })) }),
  ],
  'messages that have no run': [
    MESSAGES,
    (told) => ({ ...told, messages: told.messages.map((one) => ({ ...one, run_id: null })) }),
  ],
  'messages of another run': [
    MESSAGES,
    (told) => ({ ...told, messages: told.messages.map((one) => ({ ...one, run_id: 'r-99' })) }),
  ],
  'messages of other ids': [
    MESSAGES,
    (told) => ({ ...told, messages: told.messages.map((one, index) => ({ ...one, id: `m-${index} anew` })) }),
  ],
  'messages of another thread': [MESSAGES, (told) => ({ ...told, thread_id: 't-99' })],
}

describe('What a person has made and done', () => {
  it('agrees with every answer of a platform without a fault, however much is done at once', () => {
    fc.assert(
      fc.property(acts, ({ all }) => {
        expect(findings(new SimulatedPlatform().play(all))).to.deep.equal([])
      }),
    )
  })

  for (const [what, [path, change]] of Object.entries(WRONG)) {
    it(`does not agree with ${what}, whatever was done before`, () => {
      fc.assert(
        fc.property(acts, ({ kept }) => {
          const seen = new SimulatedPlatform().play(kept)
          expect(findings(seen)).to.deep.equal([])
          expect(findings(changed(seen, path, change))).not.to.deep.equal([])
        }),
        { numRuns: 15 },
      )
    })
  }
})
