import type { SoundVariant } from '#proof/sound-variant'
import type { RelayedAnswer, Saboteur } from '#wire/saboteur'

/** As whoever stands in front of a service answers, in its place. */
function page(status: number, more: RelayedAnswer['headers'] = {}): RelayedAnswer {
  const headers = { 'content-type': 'text/html', ...more }
  return { status, headers, body: `<html><h1>${status}</h1></html>` }
}

/** The backend's health is answered so, in place of the backend. @param times how often; always, unless told */
function atTheDoor(answer: RelayedAnswer, times = Infinity): Saboteur {
  let asked = 0
  return {
    instead: ({ service, path }) =>
      service === 'backend' && path === '/health' && (asked += 1) <= times ? answer : undefined,
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
}
