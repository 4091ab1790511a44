import { atFirst } from '#damage/json'
import type { RelayedAnswer, RelayedRequest, Saboteur } from '#wire/saboteur'
import type { SoundVariant } from '#proof/sound-variant'

const PAGE: RelayedAnswer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html><h1>502 Bad Gateway</h1></html>',
}
const BUSY: RelayedAnswer = {
  status: 503,
  headers: { 'content-type': 'application/json', 'retry-after': '1' },
  body: '{"detail":"Come again"}',
}
const AGAIN = /the target was in trouble for a moment/

/** Answers the first request of each kind in place of the service. */
function once(
  answer: RelayedAnswer,
  isMeant?: (request: { method: string; path: string }) => boolean,
): Saboteur {
  const met = new Set<string>()
  return { instead: (request) => (atFirst(request, met, isMeant) ? answer : undefined) }
}

const isGet = ({ method }: { method: string }): boolean => method === 'GET'
const isLine = ({ path }: { path: string }): boolean => path.startsWith('/ws')

/** What befalls a platform through no fault of its promises. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-busy-for-a-moment': {
    ...{ differs: 'The first call of each kind is told to come again', due: 'passed-with-deviations' },
    ...{ because: AGAIN, misleads: ['AUTH-1', 'AUTH-4'], wire: () => once(BUSY) },
  },
  'sound-page-of-a-proxy': {
    ...{ differs: 'The first reading of each kind is answered by the page of a proxy' },
    ...{ due: 'passed-with-deviations', because: AGAIN, misleads: ['AUTH-1', 'ISO-4'] },
    wire: () => once(PAGE, isGet),
  },
  'sound-gateway-too-slow': {
    ...{ differs: 'The first reading of each kind takes a gateway too long', due: 'passed-with-deviations' },
    ...{ because: AGAIN, misleads: ['AUTH-4', 'LIVE-1'], wire: () => once({ ...PAGE, status: 504 }, isGet) },
  },
  'sound-too-many-for-the-edge': {
    ...{ differs: 'The edge asks the first call of each kind to come again', due: 'passed-with-deviations' },
    ...{ because: AGAIN, misleads: ['AUTH-1'] },
    wire: () => once({ ...BUSY, status: 429 }, ({ path }) => path.startsWith('/auth/re')),
  },
  'sound-line-refused-for-a-moment': {
    ...{ differs: 'The first line is answered by a gateway', due: 'passed-with-deviations' },
    ...{ because: AGAIN, misleads: ['LIVE-1'], wire: () => once({ ...PAGE, status: 503 }, isLine) },
  },
  'sound-connections-lost-for-a-moment': {
    differs: 'The connection of the first reading of each kind is lost',
    misleads: ['AUTH-1', 'ISO-4'],
    wire: () => {
      const met = new Set<string>()
      return { fate: (request: RelayedRequest) => (atFirst(request, met, isGet) ? 'reset' : 'passed') }
    },
  },
  'sound-line-lost-before-it-opens': {
    ...{ differs: 'The connection of the first line is lost before it opens', misleads: ['LIVE-1'] },
    wire: () => {
      const met = new Set<string>()
      return { fate: (request: RelayedRequest) => (atFirst(request, met, isLine) ? 'reset' : 'passed') }
    },
  },
  'sound-asleep-at-first': {
    ...{ differs: 'For the first second everything is told to come again', misleads: ['AUTH-1', 'LIVE-1'] },
    wire: () => {
      let end: number | undefined
      return { instead: () => (Date.now() < (end ??= Date.now() + 1_000) ? BUSY : undefined) }
    },
  },
  'sound-busy-until-a-moment': {
    ...{ differs: 'Who comes too early is told the moment to come again', due: 'passed-with-deviations' },
    ...{ because: AGAIN, misleads: ['AUTH-1', 'AUTH-4', 'CHAT-1'] },
    wire: () => {
      const met = new Set<string>()
      const busy = (): RelayedAnswer => {
        const until = new Date(Date.now() + 1_000).toUTCString()
        return { ...BUSY, headers: { ...BUSY.headers, 'retry-after': until } }
      }
      return { instead: (request) => (atFirst(request, met) ? busy() : undefined) }
    },
  },
  'sound-loses-one-connection-in-fifty': {
    ...{ differs: 'Every fiftieth reading loses its connection', misleads: ['AUTH-5', 'ISO-4', 'ISO-5'] },
    wire: () => {
      let readings = 0
      return {
        fate: (request) =>
          isGet(request) && request.path !== '/health' && (readings += 1) % 50 === 0 ? 'reset' : 'passed',
      }
    },
  },
  'sound-one-call-waits': {
    differs: 'The first call of each kind takes four seconds',
    misleads: ['AUTH-1', 'AUTH-4', 'CHAT-1'],
    wire: () => {
      const met = new Set<string>()
      return {
        delay: (request) => (atFirst(request, met, ({ path }) => path.startsWith('/api')) ? 4_000 : 0),
      }
    },
  },
  'sound-hangs-up-after-each-answer': {
    ...{ differs: 'Every connection is ended after its answer', misleads: ['AUTH-1', 'ISO-4', 'ISO-5'] },
    wire: () => ({
      answer: (answer) => ({ ...answer, headers: { ...answer.headers, connection: 'close' } }),
    }),
  },
  'sound-proxy-loses-a-question': {
    ...{ differs: 'A proxy cannot tell whether it has passed a question on', due: 'target-unhealthy' },
    ...{ because: /the target is in trouble: .+: answered 502/, misleads: ['CHAT-1'] },
    wire: () => once(PAGE, ({ method, path }) => method === 'POST' && path.endsWith('/messages')),
  },
  'sound-away-behind-its-proxy': {
    ...{ differs: 'Conversations are away behind a proxy, and stay away', due: 'target-unhealthy' },
    ...{ because: /the target is in trouble: .+: answered 502/, misleads: ['AUTH-4'] },
    wire: () => ({ instead: ({ path }) => (path.startsWith('/api/threads') ? PAGE : undefined) }),
  },
  'sound-goes-away-midway': {
    ...{ differs: 'In the middle of the work a proxy loses the platform for good', due: 'target-unhealthy' },
    ...{ because: /the target is in trouble: .+: answered 502/, misleads: ['ISO-4'] },
    wire: () => {
      let asked = 0
      return { instead: ({ path }) => (path.startsWith('/api') && (asked += 1) > 150 ? PAGE : undefined) }
    },
  },
  'sound-stops-listening-midway': {
    ...{ differs: 'In the middle of the work every connection is lost', due: 'target-unhealthy' },
    ...{ because: /in trouble|no answer|is down|unhealthy/, misleads: ['ISO-4'] },
    wire: () => {
      let asked = 0
      return { fate: ({ path }) => (path.startsWith('/api') && (asked += 1) > 150 ? 'reset' : 'passed') }
    },
  },
  'sound-no-registrations-for-now': {
    ...{
      differs: 'Registering is answered by a proxy that cannot reach the service',
      due: 'target-unhealthy',
    },
    ...{ because: /the target is in trouble: .+: answered 502/, misleads: ['AUTH-1'] },
    wire: () => ({ instead: ({ path }) => (path === '/auth/register' ? PAGE : undefined) }),
  },
}
