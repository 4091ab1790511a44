import { answering, everyField, saying } from '#damage/json'
import { everyHealth } from '#damage/health'
import type { SoundVariant } from '#proof/sound-variant'

const REWORDED: Readonly<Record<string, string>> = {
  detail: 'Sorry, that is not possible.',
  message: 'Sorry, that is not possible.',
}

/** Bodies, headers and texts that are not those of the local stack, and good all the same. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-more-about-oneself': {
    differs: 'The account says more of itself than it has to',
    misleads: ['AUTH-1', 'AUTH-4'],
    wire: () =>
      answering((body, { path }) =>
        path.startsWith('/auth/me')
          ? { ...(body as object), last_login_at: new Date().toISOString(), avatar: null, teams: [{ id: 7 }] }
          : body,
      ),
  },
  'sound-more-in-every-body': {
    differs: 'Every object has fields besides those that are promised',
    misleads: ['AUTH-1', 'ISO-4', 'LIVE-1'],
    wire: () =>
      saying((body) => ({
        ...(body as object),
        links: { self: '/' },
        api_version: 3,
        notes: [],
        extra: null,
      })),
  },
  'sound-other-words-of-errors': {
    differs: 'Errors are told in other words',
    misleads: ['AUTH-1', 'AUTH-5', 'ISO-4'],
    wire: () =>
      answering((body, _request, { status }) =>
        status < 400 || JSON.stringify(body).includes('Invalid credentials')
          ? body
          : everyField(body, (name, value) => REWORDED[name] ?? value),
      ),
  },
  'sound-health-in-a-word': {
    differs: 'Health says that it is well, and who it is, and nothing more',
    due: 'passed-with-deviations',
    because: /version is left out/,
    misleads: ['ISO-5'],
    wire: () => everyHealth(({ status, service, capabilities }) => ({ status, service, capabilities })),
  },
  'sound-health-of-two-instances': {
    differs: 'Two instances answer in turn, one of which has been up for longer',
    misleads: ['ISO-5'],
    wire: () => {
      let calls = 0
      return everyHealth(({ uptime_seconds: up, ...body }) => {
        calls += 1
        return {
          ...body,
          ...(up === undefined ? {} : { uptime_seconds: Number(up) + (calls % 4 < 2 ? 5_000 : 0) }),
        }
      })
    },
  },
  'sound-headers-of-a-proxy': {
    differs: 'A proxy adds headers of its own, other ones each time',
    misleads: ['ISO-4', 'AUTH-4'],
    wire: () => ({
      answer: (answer) => ({
        ...answer,
        headers: {
          ...answer.headers,
          ...{ via: '1.1 proxy', server: 'cloud', 'x-runtime': String(Math.random()) },
          ...{ 'x-served-by': `cache-${Date.now()}`, etag: `"${Math.random()}"`, 'cf-ray': `${Date.now()}` },
        },
      }),
    }),
  },
}
