import { answering, saying } from '#damage/json'
import type { RelayedAnswer, RelayedRequest, Saboteur } from '#wire/saboteur'
import type { SoundVariant } from '#proof/sound-variant'

function rewriting(
  change: (answer: RelayedAnswer, request: RelayedRequest) => RelayedAnswer,
): () => Saboteur {
  return () => ({ answer: change })
}

/** Changes JSON as it is written, not what it says. */
function written(write: (body: string) => string, line = write): () => Saboteur {
  return () => ({
    answer: (answer) => {
      const isJson = String(answer.headers['content-type'] ?? '').includes('json') && answer.body !== ''
      return isJson ? { ...answer, body: write(answer.body) } : answer
    },
    hear: (frame) => [line(frame)],
  })
}

function escaped(text: string): string {
  return text.replace(/[^ -~]|[<>&'/]/g, (sign) => {
    return sign === '/' ? '\\/' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

const titled = (name: string): string => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())

const MADE: Readonly<Record<string, number>> = {
  'POST /api/threads': 201,
  'POST /auth/register': 201,
  'POST /api/threads/*/messages': 201,
}
const DONE: Readonly<Record<string, number>> = {
  'POST /api/threads/*/messages': 200,
  'POST /api/runs/*/cancel': 200,
  'DELETE /auth/me': 200,
  'DELETE /api/threads/*': 204,
}

function numbered(otherwise: Readonly<Record<string, number>>): () => Saboteur {
  return rewriting((answer, { method, path }) => {
    const call = `${method} ${(path.split('?')[0] ?? '').replace(/(thread|run)_[\w-]+/, '*')}`
    const status = answer.status < 300 ? otherwise[call] : undefined
    if (status === undefined) return answer
    return { ...answer, status, body: status === 204 ? '' : answer.body }
  })
}

/** Other ways to write the same. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-json-well-laid-out': {
    differs: 'JSON is laid out over many lines and ends with one',
    misleads: ['AUTH-1', 'ISO-4', 'LIVE-1', 'CHAT-1'],
    wire: written((body) => `${JSON.stringify(JSON.parse(body), null, 2)}\n`),
  },
  'sound-json-in-plain-letters': {
    differs: 'In JSON everything but plain letters is escaped',
    misleads: ['AUTH-1', 'CHAT-1', 'ISO-2', 'LIVE-1'],
    wire: written(escaped),
  },
  'sound-fields-in-another-order': {
    differs: 'Objects have their fields in another order each time',
    misleads: ['ISO-4', 'LIVE-1', 'CHAT-2', 'AUTH-4'],
    wire: () =>
      saying((body) => {
        const turned = (value: typeof body): typeof body => {
          if (Array.isArray(value)) return value.map(turned)
          if (typeof value !== 'object' || value === null) return value
          const fields = Object.entries(value).map(([name, inner]) => [name, turned(inner)] as const)
          return Object.fromEntries(Math.random() < 0.5 ? fields.toReversed() : fields)
        }
        return turned(body)
      }),
  },
  'sound-answers-are-compressed': {
    differs: 'Answers are compressed',
    misleads: ['AUTH-1', 'AUTH-5', 'ISO-4'],
    wire: rewriting((answer) =>
      answer.body === '' ? answer : { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' } },
    ),
  },
  'sound-headers-in-capitals': {
    differs: 'Names of headers are written in capitals, and so is the charset',
    misleads: ['AUTH-5', 'ISO-4', 'LIVE-5'],
    wire: rewriting(({ headers, ...answer }) => {
      // The relay names the length itself.
      const own = Object.entries(headers).filter(([name]) => name !== 'content-length')
      const named = own.map(([name, value]) => [titled(name), value] as const)
      const isJson = String(headers['content-type'] ?? '').includes('json')
      const told = Object.fromEntries(named)
      if (isJson) told['Content-Type'] = 'application/json;charset=UTF-8'
      return { ...answer, headers: told }
    }),
  },
  'sound-json-without-a-charset': {
    differs: 'The kind of an answer is told without its charset',
    misleads: ['AUTH-1', 'ISO-4'],
    wire: rewriting(({ headers, ...answer }) => {
      const isJson = String(headers['content-type'] ?? '').includes('json')
      return { ...answer, headers: { ...headers, ...(isJson ? { 'content-type': 'application/json' } : {}) } }
    }),
  },
  'sound-made-is-201': {
    ...{ differs: 'What was made is answered 201', due: 'passed-with-deviations' },
    ...{
      because: /answered 201, where the contract knows/,
      misleads: ['AUTH-1', 'AUTH-4', 'CHAT-1', 'ISO-4'],
    },
    wire: numbered(MADE),
  },
  'sound-done-by-another-number': {
    ...{ differs: 'What is done is answered 200, 202 or 204 otherwise', due: 'passed-with-deviations' },
    ...{
      because: /answered 20\d, where the contract knows/,
      misleads: ['CHAT-3', 'CHAT-1', 'ISO-4', 'LIVE-5'],
    },
    wire: numbered(DONE),
  },
  'sound-waits-told-as-a-date': {
    differs: 'How long to wait is told as a moment',
    misleads: ['AUTH-5', 'LIVE-5', 'ISO-5'],
    wire: rewriting((answer) => {
      const wait = Number(answer.headers['retry-after'])
      if (Number.isNaN(wait)) return answer
      const until = new Date(Date.now() + wait * 1000).toUTCString()
      return { ...answer, headers: { ...answer.headers, 'retry-after': until } }
    }),
  },
  'sound-cookies-and-caches-said-more': {
    differs: 'Answers set a cookie of a balancer and say more of caches',
    misleads: ['AUTH-2', 'AUTH-5', 'ISO-4'],
    wire: rewriting((answer) => {
      const { 'set-cookie': own = [] } = answer.headers
      const cookies = [...(typeof own === 'string' ? [own] : own), `lb=${Math.random()}; Path=/; HttpOnly`]
      const cache = { 'cache-control': 'no-store, no-cache, must-revalidate, private', pragma: 'no-cache' }
      const isPrivate = String(answer.headers['cache-control'] ?? '').includes('no-store')
      return { ...answer, headers: { ...answer.headers, 'set-cookie': cookies, ...(isPrivate ? cache : {}) } }
    }),
  },
  'sound-errors-say-more': {
    differs: 'Errors say more than they have to',
    misleads: ['AUTH-5', 'ISO-4', 'AUTH-1'],
    wire: () =>
      answering((body, _request, { status }) =>
        status < 400 ? body : { ...(body as object), type: 'about:blank', help: 'Ask us.', errors: [] },
      ),
  },
}
