import { answering, saying, untelling, type Json } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'

type Differs = Pick<SoundVariant, 'differs' | 'because' | 'misleads'>

function untold(differs: Differs, change: (body: Json) => Json, paths = /./): SoundVariant {
  const wire = () =>
    answering((body, { path, method }) => (paths.test(`${method} ${path}`) ? change(body) : body))
  return { due: 'passed-with-deviations', ...differs, wire }
}

const ME = ['name', 'created_at', 'auth_provider']

/** What nobody needs to go on is left out, or null. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-account-without-a-name': untold(
    {
      ...{ differs: 'The account does not tell how its owner is called', because: /auth\/me: `name` is mis/ },
      misleads: ['AUTH-1', 'AUTH-4', 'AUTH-5', 'ISO-4'],
    },
    untelling('auth_provider', ['name']),
  ),
  'sound-account-without-its-age': untold(
    {
      ...{ differs: 'The account does not tell when it was opened', because: /`created_at` is missing/ },
      misleads: ['AUTH-1', 'AUTH-2', 'AUTH-5'],
    },
    untelling('auth_provider', ['created_at']),
  ),
  'sound-account-without-its-door': untold(
    {
      ...{
        differs: 'The account does not tell how its owner comes in',
        because: /`auth_provider` is missing/,
      },
      misleads: ['AUTH-1', 'AUTH-2', 'AUTH-5'],
    },
    untelling('created_at', ['auth_provider'], null),
    /auth\/me/,
  ),
  'sound-account-tells-little': untold(
    {
      ...{ differs: 'The account tells nothing of its owner but who she is', because: /`name` is missing/ },
      misleads: ['AUTH-1', 'AUTH-2', 'AUTH-4', 'AUTH-5', 'ISO-4'],
    },
    untelling('user_id', ME, null),
    /auth\/me/,
  ),
  'sound-sign-in-without-a-name': untold(
    {
      ...{ differs: 'Who signs in is not told how she is called', because: /`user.name` is missing/ },
      misleads: ['AUTH-1', 'AUTH-2', 'AUTH-5', 'ISO-1'],
    },
    untelling('email', ['name']),
    /auth\/(login|register|e2e)/,
  ),
  'sound-profile-tells-little': untold(
    {
      ...{
        differs: 'The profile has neither a name nor a plan',
        because: /profile: `(plan|name)` is missing/,
      },
      misleads: ['AUTH-1', 'AUTH-4', 'ISO-4', 'ISO-1'],
    },
    untelling('plan', ['name', 'plan']),
  ),
  'sound-profile-without-a-plan': untold(
    {
      ...{ differs: 'The plan of somebody who has none is null', because: /profile: `plan` is missing/ },
      misleads: ['AUTH-1', 'ISO-4'],
    },
    untelling('plan', ['plan'], null),
  ),
  'sound-conversations-without-notes': untold(
    {
      ...{
        differs: 'What is kept with a conversation is not told',
        because: /threads: `object` is missing/,
      },
      misleads: ['AUTH-4', 'AUTH-5', 'ISO-4'],
    },
    untelling('message_count', ['metadata', 'object']),
  ),
  'sound-messages-without-notes': untold(
    {
      ...{ differs: 'Messages have no notes', because: /`messages\[\].metadata` is missing/ },
      misleads: ['CHAT-1', 'CHAT-4', 'CHAT-5', 'ISO-4'],
    },
    untelling('role', ['metadata'], null),
  ),
  'sound-health-tells-little': {
    differs: 'No service tells its version, where it runs, or since when',
    misleads: ['AUTH-1', 'LIVE-1'],
    wire: () =>
      answering((body, { path }) =>
        path === '/health' ? untelling('status', ['version', 'environment', 'uptime_seconds'])(body) : body,
      ),
  },
  'sound-health-without-a-time': {
    ...{ differs: 'No service tells what time it is', misleads: ['AUTH-3', 'LIVE-3'] },
    wire: () =>
      answering((body, { path }) => (path === '/health' ? untelling('status', ['timestamp'])(body) : body)),
  },
  'sound-welcome-without-a-time': {
    ...{ differs: 'The welcome does not tell what time it is', due: 'passed-with-deviations' },
    ...{ because: /`payload.server_time` is missing/, misleads: ['LIVE-1', 'LIVE-2', 'LIVE-4', 'AUTH-3'] },
    wire: () => saying(untelling('server_time', ['server_time'])),
  },
  'sound-little-is-told-at-all': {
    ...{ differs: 'Nothing is told that nobody needs', due: 'passed-with-deviations', because: /is missing/ },
    misleads: ['AUTH-1', 'AUTH-4', 'AUTH-5', 'CHAT-4', 'LIVE-2', 'ISO-4'],
    wire: () =>
      saying((body) =>
        [
          untelling('permissions', ME),
          untelling('plan', ['name', 'plan']),
          untelling('email', ['name']),
          untelling('message_count', ['metadata', 'object']),
          untelling('role', ['metadata']),
          untelling('server_time', ['server_time']),
        ].reduce((told, change) => change(told), body),
      ),
  },
}
