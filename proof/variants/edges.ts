import { atFirst } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'
import type { RelayedAnswer, Saboteur } from '#wire/saboteur'

/** As whoever stands in front of a service answers, in its place. */
function page(status: number, more: RelayedAnswer['headers'] = {}): RelayedAnswer {
  const headers = { 'content-type': 'text/html', ...more }
  return { status, headers, body: `<html><h1>${status}</h1></html>` }
}

const ENOUGH = page(429, { 'retry-after': '600' })

/** The backend's health is answered so, in place of the backend. @param times how often; always, unless told */
function atTheDoor(answer: RelayedAnswer, times = Infinity): Saboteur {
  let asked = 0
  return {
    instead: ({ service, path }) =>
      service === 'backend' && path === '/health' && (asked += 1) <= times ? answer : undefined,
  }
}

/** Whoever asks more often than this in a minute, outside of `/api`, is banned for ten. */
const MOST = 100
const MINUTE_MS = 60_000

/** Counts as an edge does that knows its callers by their address. */
function banning(): Saboteur {
  const moments: number[] = []
  let banned = false
  return {
    instead: ({ path }) => {
      if (path.startsWith('/api')) return banned ? ENOUGH : undefined
      const now = Date.now()
      moments.push(now)
      while ((moments[0] ?? now) <= now - MINUTE_MS) moments.shift()
      banned ||= moments.length > MOST
      return banned ? ENOUGH : undefined
    },
  }
}

/** What befalls a platform at the hands of whoever stands in front of it. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-edge-without-a-backend': {
    ...{ differs: 'An edge answers 503 with a page, for as long as the backend is away' },
    ...{ due: 'target-unhealthy', because: /backend is down at .+: it answered 503/, misleads: ['AUTH-3'] },
    wire: () => atTheDoor(page(503)),
  },
  'sound-edge-that-has-had-enough': {
    ...{ differs: 'An edge has had enough for ten minutes before anything is asked' },
    ...{ due: 'target-unhealthy', because: /backend is unhealthy at .+: it answered 429/ },
    ...{ misleads: ['AUTH-3'], wire: () => atTheDoor(page(429, { 'retry-after': '600' })) },
  },
  'sound-edge-asks-for-patience': {
    ...{ differs: 'An edge asks the health check to come again in two seconds', misleads: ['AUTH-3'] },
    wire: () => atTheDoor(page(429, { 'retry-after': '2' }), 1),
  },
  'sound-edge-without-lines': {
    ...{ differs: 'An edge answers 503 to whoever wants a line, for good', due: 'target-unhealthy' },
    ...{ because: /in trouble: answered 503|in trouble: .*503/, misleads: ['LIVE-1'] },
    wire: () => ({ instead: ({ path }) => (path.startsWith('/ws') ? page(503) : undefined) }),
  },
  'sound-edge-that-has-had-enough-in-json': {
    ...{ differs: 'An edge has had enough of new conversations, says so in JSON, and not for how long' },
    ...{ due: 'target-unhealthy', because: /in trouble: .*answered 429/, misleads: ['AUTH-4'] },
    wire: () => {
      const headers = { 'content-type': 'application/json' }
      const enough = { status: 429, headers, body: '{"message":"Too Many Requests"}' }
      const isMeant = ({ method, path }: { method: string; path: string }): boolean =>
        `${method} ${path}` === 'POST /api/threads'
      return { instead: (request) => (isMeant(request) ? enough : undefined) }
    },
  },
  'sound-edge-with-numbers-of-its-own': {
    ...{
      differs: 'The first reading of each kind is answered 522 by an edge',
      due: 'passed-with-deviations',
    },
    ...{ because: /in trouble for a moment/, misleads: ['AUTH-1', 'LIVE-1'] },
    wire: () => {
      const met = new Set<string>()
      const isGet = ({ method }: { method: string }): boolean => method === 'GET'
      return { instead: (request) => (atFirst(request, met, isGet) ? page(522) : undefined) }
    },
  },
  'sound-edge-that-bans': {
    differs: 'An edge bans whoever asks more than a hundred times in a minute, and its user has said so',
    misleads: ['AUTH-3'],
    settings: { STAGING_EDGE: `1000/${MOST}` },
    wire: banning,
  },
  'sound-edge-that-bans-the-hasty': {
    differs: 'An edge bans whoever asks more than a hundred times in a minute, and nobody has said so',
    ...{ due: 'target-unhealthy', because: /answered 429/, misleads: ['AUTH-5', 'AUTH-4'] },
    wire: banning,
  },
}
