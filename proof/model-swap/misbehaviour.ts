import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** What a provider's own words look like; none of them is for the person who asked. */
export const PROVIDER_WORDS = /Traceback|worker-7|org-4711|quota|overloaded|CUDA/i

const PROVIDER_BODY = {
  error: {
    message: 'Traceback (most recent call last): worker-7 overloaded, CUDA quota of org-4711',
    type: 'server_error',
  },
}

/** A reply that is to be sent. */
export interface Delivery {
  readonly pieces: readonly object[]
  readonly send: (piece: object) => void
  /** Sends what comes after the last piece. */
  readonly finish: () => void
  readonly response: ServerResponse
}

/** A call of a tool as it goes out. */
export interface Call {
  readonly id?: string
  readonly name: string
  /** JSON, or what is taken for it. */
  readonly arguments: string
}

/** One way in which a model does not answer as it should. */
export type Misbehaviour =
  | { readonly calls: (calls: readonly Call[]) => readonly Call[] }
  | { readonly refuses: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly says: (delivery: Delivery) => Promise<void> | void }

/** Half of a reply, and then something else. */
function afterHalf(then: (delivery: Delivery) => Promise<void> | void): Misbehaviour {
  return {
    says: async (delivery) => {
      const { pieces, send } = delivery
      for (const piece of pieces.slice(0, Math.ceil(pieces.length / 2))) send(piece)
      // What was said is on its way before anything else happens.
      await pause(20)
      await then(delivery)
    },
  }
}

const withArguments = (words: string) => (call: Call) => ({ ...call, arguments: words })
const LAST = (finish_reason: string): object => ({ choices: [{ index: 0, delta: {}, finish_reason }] })
const WORD = { choices: [{ index: 0, delta: { content: 'and ' }, finish_reason: null }] }

/** Whatever a model may do to the agents, by what it is called in the tests. */
export const MISBEHAVIOURS = {
  'writes slowly': {
    says: async ({ pieces, send, finish }) => {
      for (const piece of pieces) {
        send(piece)
        await pause(3_000 / pieces.length)
      }
      finish()
    },
  },
  'calls a tool with broken JSON': { calls: (calls) => calls.map(withArguments('{"workload": "x", "req')) },
  'calls a tool that does not exist': {
    calls: (calls) => calls.map((call) => ({ ...call, name: 'oracle' })),
  },
  'calls a tool with arguments of another shape': {
    calls: (calls) => calls.map(withArguments('{"workload": 42, "model": ["x"]}')),
  },
  'numbers its calls anew in every reply': {
    calls: (calls) => calls.map((call, index) => ({ ...call, id: `call_${index}` })),
  },
  'has no capacity (429)': { refuses: 429, headers: { 'retry-after': '0' } },
  'has no capacity for a while (429)': { refuses: 429, headers: { 'retry-after': '30' } },
  'is broken (500)': { refuses: 500 },
  'breaks off without a word': afterHalf(({ response }) => void response.destroy()),
  'breaks off as if that were all': afterHalf(({ response }) => void response.end()),
  'breaks off with an error of its own': afterHalf(({ send, response }) => {
    send(PROVIDER_BODY)
    response.end()
  }),
  'breaks off because it has said too much': afterHalf(({ send, finish }) => {
    send(LAST('length'))
    finish()
  }),
  'takes the question and hangs': { says: () => undefined },
  'begins and hangs': afterHalf(() => undefined),
  'streams nothing at all': { says: ({ response }) => void response.end() },
  'streams an answer with nothing in it': {
    says: ({ pieces, send, finish }) => {
      for (const piece of pieces.slice(0, 1)) send(piece)
      send(LAST('stop'))
      finish()
    },
  },
  'never comes to an end': afterHalf(async ({ send, response }) => {
    while (!response.destroyed) {
      send(WORD)
      await pause(100)
    }
  }),
} as const satisfies Record<string, Misbehaviour>

/** Refuses a request, with a body that is nobody's business. */
export function refuse(response: ServerResponse, status: number, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(PROVIDER_BODY))
}
