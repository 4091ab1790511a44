import { answering, type Json } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'

type Fields = Readonly<Record<string, unknown>>

const THING = /^\/api\/(?:threads|runs)\/([^/?]+)/

/** Lines that say why they end, first looks that take longer, and passes that have to be known. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  // "A frame over 64 KB closes it with 1009": what is said before is open, and `error_message` is one of the frames.
  'sound-what-is-too-large-is-told-before-the-end': {
    differs: 'Before a line ends because of a message that is too large, it says so',
    misleads: ['LIVE-5', 'LIVE-4'],
    wire: () => ({
      say: (frame, line) => {
        if (Buffer.byteLength(frame) > 64 * 1024) {
          const error = { error_code: 'MESSAGE_TOO_LARGE', error_message: 'A message has 64 KB at most.' }
          const timestamp = new Date().toISOString()
          line.tell(JSON.stringify({ type: 'error_message', ...error, timestamp, payload: {} }))
        }
        return [frame]
      },
    }),
  },

  // "the 11th gets 1008 `too many connections`"; "an error frame, nothing else, and close 1008 for a refusal".
  'sound-one-line-too-many-is-told-why': {
    differs: 'A line that is one too many is told so in a frame before it ends',
    misleads: ['LIVE-4', 'LIVE-5', 'ISO-5'],
    plant: () => ({
      backend: {
        fanOut: (_kit, standard) => ({
          ...standard,
          join: (line) => {
            const isIn = standard.join(line)
            const error = { error_code: 'TOO_MANY_CONNECTIONS', error_message: 'You have ten lines already.' }
            if (!isIn) line.send({ type: 'error_message', ...error, payload: {} })
            return isIn
          },
        }),
      },
    }),
  },

  // "neither sooner nor later": look for look, what is another's takes as long as what does not exist.
  'sound-first-looks-take-longer': {
    differs:
      'What a person looks at for the first time takes 300 ms longer, whosever it is and if it exists or not',
    misleads: ['ISO-4', 'ISO-1', 'CHAT-1'],
    wire: () => {
      const met = new Set<string>()
      return {
        delay: ({ path, headers }) => {
          const id = THING.exec(path)?.[1]
          const look = `${String(headers['authorization'])} ${id}`
          if (id === undefined || met.has(look)) return 0
          met.add(look)
          return 300
        },
      }
    },
  },

  // "Refused everywhere: … or of nobody": that a token is taken which was never issued is nowhere said.
  'sound-takes-what-it-has-issued-only': {
    differs: 'Passes that are signed with the secret, but were never issued, are refused',
    misleads: ['AUTH-3', 'AUTH-5', 'LIVE-4', 'LIVE-5'],
    due: 'not-testable',
    because: /takes what it has issued itself/,
    plant: () => ({
      auth: {
        sessions: ({ database }, standard) => ({
          ...standard,
          accountOf: async (claims) => {
            const { jti } = claims
            const [issued] = await database`select jti from tokens where jti = ${jti} and kind = 'access'`
            return issued && standard.accountOf(claims)
          },
        }),
      },
    }),
  },

  // "200 `access_token`, `refresh_token`, …": that what renews is kept in a cookie, too, which no script reads, is open.
  'sound-renewals-in-a-cookie-too': {
    differs: 'What renews a pass is kept in an HttpOnly cookie, too',
    misleads: ['AUTH-1', 'AUTH-3', 'AUTH-4', 'AUTH-5'],
    wire: () => ({
      answer: (answer, { service }) => {
        if (service !== 'auth' || answer.status !== 200 || !answer.body.startsWith('{')) return answer
        const { refresh_token: token } = JSON.parse(answer.body) as Fields
        if (typeof token !== 'string') return answer
        const cookie = `renewal=${token}; Path=/auth/refresh; HttpOnly; Secure; SameSite=Strict`
        return { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } }
      },
    }),
  },

  // "an OpenAPI 3 document of every route": `servers` says what stands before all of them (OpenAPI 3.1, 4.8.5).
  'sound-published-below-a-server': {
    differs: 'In the document of what is offered, ways are told below /api, and others say that they are not',
    misleads: ['ISO-4'],
    wire: () =>
      answering((body, { path }) => {
        if (path !== '/openapi.json') return body
        const document = body as Fields
        const told = Object.entries(document['paths'] as Fields).map(([way, item]) =>
          way.startsWith('/api/')
            ? [way.slice(4), item]
            : [way, { ...(item as Fields), servers: [{ url: '/' }] }],
        )
        return { ...document, servers: [{ url: '/api' }], paths: Object.fromEntries(told) as Fields } as Json
      }),
  },
}
