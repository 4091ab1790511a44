import { randomUUID } from 'node:crypto'
import { saying, type Json } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'
import type { RelayedAnswer, RelayedRequest, Saboteur } from '#wire/saboteur'

/** Answers of both services that refuse, each written anew. @param write gives the kind of a body, and the body */
function refusing(write: (said: string, status: number) => readonly [type: string, body: string]): Saboteur {
  return {
    answer: (answer, { path }) => {
      if (answer.status < 400 || path === '/health') return answer
      const { detail, message } = JSON.parse(answer.body || '{}') as Readonly<Record<string, string>>
      const [type, body] = write(detail ?? message ?? 'Error', answer.status)
      return { ...answer, headers: { ...answer.headers, 'content-type': type }, body }
    },
  }
}

function withoutNothing(body: Json): Json {
  if (Array.isArray(body)) return body.map(withoutNothing)
  if (typeof body !== 'object' || body === null) return body
  const said = Object.entries(body).filter(([, value]) => value !== null)
  // What somebody has given to be kept is hers.
  return Object.fromEntries(
    said.map(([name, value]) => [name, name === 'metadata' ? value : withoutNothing(value)]),
  )
}

function unauthorized(answer: RelayedAnswer, { path }: RelayedRequest): RelayedAnswer {
  if (path !== '/auth/validate' || !answer.body.includes('"valid":false')) return answer
  return { ...answer, status: 401, body: JSON.stringify({ detail: 'This pass is not good' }) }
}

const DEVIATES = { due: 'passed-with-deviations', because: /not kept to the letter/ } as const

/** Other ways to say no, or nothing. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-errors-in-plain-text': {
    ...{ differs: 'Errors are told in plain text', ...DEVIATES },
    misleads: ['AUTH-1', 'AUTH-5', 'LIVE-5', 'ISO-4'],
    wire: () => refusing((said) => ['text/plain', `${said}\n`]),
  },
  'sound-edge-turns-away-what-is-too-large': {
    ...{ differs: 'What is too large is turned away by an edge, with a page', ...DEVIATES },
    misleads: ['AUTH-5'],
    wire: () => ({
      answer: ({ headers, ...answer }) => {
        if (answer.status !== 413) return { headers, ...answer }
        const body = '<html><h1>413 Request Entity Too Large</h1></html>'
        return { ...answer, headers: { ...headers, 'content-type': 'text/html' }, body }
      },
    }),
  },
  'sound-problems-with-a-trace': {
    ...{ differs: 'Errors are problems of their own kind, each with a trace', ...DEVIATES },
    misleads: ['AUTH-5', 'ISO-4'],
    wire: () =>
      refusing((detail, status) => [
        'application/problem+json',
        JSON.stringify({ title: 'Not possible', status, detail, extensions: { traceId: randomUUID() } }),
      ]),
  },
  'sound-validation-refuses': {
    ...{ differs: 'Who asks whether a bad pass is good is refused (401)', ...DEVIATES },
    misleads: ['AUTH-3', 'AUTH-4', 'AUTH-5', 'ISO-4'],
    wire: () => ({ answer: unauthorized }),
  },
  'sound-signs-out-without-a-word': {
    ...{ differs: 'Signing out is answered 204, with nothing', ...DEVIATES },
    misleads: ['AUTH-2', 'AUTH-4', 'LIVE-5'],
    wire: () => ({
      answer: (answer, { path }) =>
        path === '/auth/logout' && answer.status === 200 ? { ...answer, status: 204, body: '' } : answer,
    }),
  },
  'sound-nothing-is-left-out': {
    ...{ differs: 'What is nothing is left out, in answers and on lines', ...DEVIATES },
    misleads: ['AUTH-4', 'CHAT-2', 'CHAT-3', 'LIVE-1', 'ISO-4'],
    wire: () => saying(withoutNothing),
  },
}
