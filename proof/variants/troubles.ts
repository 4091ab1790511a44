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
  'sound-away-behind-its-proxy': {
    ...{ differs: 'Conversations are away behind a proxy, and stay away', due: 'target-unhealthy' },
    ...{ because: /the target is in trouble: .+: answered 502/, misleads: ['AUTH-4'] },
    wire: () => ({ instead: ({ path }) => (path.startsWith('/api/threads') ? PAGE : undefined) }),
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
