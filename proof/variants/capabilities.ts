import { answering } from '#damage/json'
import type { Capability } from '../../support/contract/capabilities.ts'
import type { SoundVariant } from '#proof/sound-variant'

function without(
  misleads: SoundVariant['misleads'],
  due: SoundVariant['due'],
  ...missing: readonly Capability[]
): SoundVariant {
  return {
    differs: `The platform does not offer ${missing.join(', ')}, and says so`,
    ...{ misleads, due },
    wire: () =>
      answering((body, { path, service }) => {
        if (path !== '/health' || service !== 'backend') return body
        const { capabilities, ...told } = body as { capabilities: Capability[] }
        return { ...told, capabilities: capabilities.filter((name) => !missing.includes(name)) }
      }),
  }
}

type Row = readonly [Capability, SoundVariant['misleads'], SoundVariant['due']?]

const ROWS: readonly Row[] = [
  ['account-deletion', ['AUTH-3', 'AUTH-5', 'ISO-4']],
  ['cancel', ['CHAT-3', 'ISO-4']],
  ['client-message-idempotency', ['CHAT-1', 'ISO-4']],
  ['expiry-enforced-live', ['LIVE-5', 'AUTH-3']],
  ['live-identity', ['LIVE-4', 'LIVE-1', 'AUTH-1']],
  ['login-throttle', ['AUTH-5']],
  ['logout-closes-live', ['AUTH-4', 'LIVE-5', 'AUTH-3']],
  ['logout-revokes-refresh', ['AUTH-4', 'AUTH-2', 'AUTH-3']],
  ['oauth-google', ['AUTH-2'], 'not-testable'],
  ['oauth-simulation', ['AUTH-2', 'AUTH-4', 'ISO-1', 'ISO-4']],
  ['origin-check', ['LIVE-3', 'LIVE-4']],
  ['per-user-limits', ['LIVE-5', 'ISO-5']],
  ['progress-updates', ['LIVE-1', 'CHAT-3', 'LIVE-3']],
  ['published-routes', ['ISO-4']],
  ['refresh-family-revocation', ['AUTH-3', 'LIVE-5']],
  ['resume', ['ISO-4', 'LIVE-5']],
  ['run-events-history', ['LIVE-1', 'ISO-4', 'CHAT-2']],
  ['tool-events', ['CHAT-2', 'LIVE-1', 'CHAT-4']],
]

/** What is not offered is not held against anybody. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  ...Object.fromEntries(
    ROWS.map(([name, misleads, due = 'passed']) => [`sound-without-${name}`, without(misleads, due, name)]),
  ),
  'sound-says-nothing-of-what-it-offers': {
    ...{ differs: 'The backend names no capabilities; what has a route of its own is found', due: 'passed' },
    misleads: ['AUTH-2', 'ISO-4'],
    wire: () =>
      answering((body, { path, service }) => {
        if (path !== '/health' || service !== 'backend') return body
        const told = { ...(body as Record<string, typeof body>) }
        delete told['capabilities']
        return told
      }),
  },
  'sound-offers-more-than-the-contract': {
    differs:
      'The backend publishes routes and a message that the contract does not know, and keeps them well',
    due: 'passed-with-deviations',
    because: /not kept to the letter/,
    misleads: ['ISO-4'],
    wire: () => {
      const routes = {
        get: ['/api/stream', '/api/usage', '/api/threads/{thread_id}/export', '/metrics'],
        post: ['/api/teams'],
      }
      const published = answering((body, { path }) => {
        if (path !== '/openapi.json') return body
        const document = body as { readonly paths: object; readonly 'x-live-client-messages': string[] }
        const paths = Object.entries(routes).flatMap(([method, all]) =>
          all.map((route) => [route, { [method]: {} }]),
        )
        return {
          ...document,
          paths: { ...document.paths, ...(Object.fromEntries(paths) as object) },
          'x-live-client-messages': [...document['x-live-client-messages'], 'typing'],
        }
      })
      const usage = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"requests":3}' }
      return {
        ...published,
        fate: ({ path }) => (path === '/api/stream' ? 'hung' : 'passed'),
        instead: ({ path }) => (path === '/api/usage' ? usage : undefined),
      }
    },
  },
  'sound-without-anything-special': without(
    ['AUTH-1', 'AUTH-4', 'CHAT-1', 'LIVE-5', 'ISO-4'],
    'passed',
    ...ROWS.map(([name]) => name),
  ),
}
