import { atFirst } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'
import type { RelayedAnswer, Saboteur } from '#wire/saboteur'

const PAGE: RelayedAnswer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html><h1>502 Bad Gateway</h1></html>',
}
const LATER: RelayedAnswer = { ...PAGE, status: 503, headers: { ...PAGE.headers, 'retry-after': '1' } }
const TROUBLE = /the target is in trouble: .+: answered 50[23]/

/** One call of a kind is answered by a proxy. @param call as `POST /auth/refresh` */
function once(call: RegExp, answer = PAGE, from = 1): Saboteur {
  let met = 0
  return {
    instead: ({ method, path }) =>
      call.test(`${method} ${path}`) && (met += 1) === from ? answer : undefined,
  }
}

function lost(
  differs: string,
  call: RegExp,
  misleads: SoundVariant['misleads'],
  ...how: [RelayedAnswer?, number?]
): SoundVariant {
  return { differs, misleads, due: 'target-unhealthy', because: TROUBLE, wire: () => once(call, ...how) }
}

/** Pages of a proxy in place of answers. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-proxy-loses-a-renewal': lost('A proxy loses a renewal', /^POST \/auth\/refresh/, ['AUTH-3']),
  'sound-proxy-loses-a-renewal-later': lost(
    'A proxy loses the sixth renewal',
    /^POST \/auth\/refresh/,
    ['AUTH-3'],
    PAGE,
    6,
  ),
  'sound-proxy-loses-a-sign-out': lost('A proxy loses a sign-out', /^POST \/auth\/logout/, ['AUTH-4']),
  'sound-proxy-loses-a-deletion': {
    ...{ differs: 'A proxy loses the deletion of an account when all is over', misleads: ['CHAT-5'] },
    wire: () => once(/^DELETE \/auth\/me/),
  },
  'sound-proxy-loses-a-stop': lost('A proxy loses a wish to stop', /^POST \/api\/runs\/.*cancel/, ['CHAT-3']),
  'sound-proxy-loses-a-thread': lost('A proxy loses a new conversation', /^POST \/api\/threads$/, ['LIVE-1']),
  'sound-each-call-comes-again': {
    ...{ differs: 'A proxy tells each kind of call to come again, once', due: 'passed-with-deviations' },
    ...{ because: /the target was in trouble for a moment/ },
    misleads: ['AUTH-2', 'AUTH-3', 'AUTH-5', 'CHAT-3', 'ISO-4'],
    wire: () => {
      const met = new Set<string>()
      return { instead: (request) => (atFirst(request, met) ? LATER : undefined) }
    },
  },
  'sound-health-falters-once': {
    ...{ differs: 'Once everything is up, a reading of health is answered by a proxy', due: 'passed' },
    misleads: ['ISO-5'],
    wire: () => once(/^GET \/health/, PAGE, 7),
  },
}
