import { answering } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'

function without(
  capability: string,
  misleads: SoundVariant['misleads'],
  due: SoundVariant['due'] = 'passed',
): SoundVariant {
  return {
    differs: `The platform does not offer ${capability}, and says so`,
    ...{ misleads, due },
    wire: () =>
      answering((body, { path, service }) => {
        if (path !== '/health' || service !== 'backend') return body
        const { capabilities, ...told } = body as { capabilities: string[] }
        return { ...told, capabilities: capabilities.filter((name) => name !== capability) }
      }),
  }
}

/** What is not offered is not held against anybody. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-without-login-throttle': without('login-throttle', ['AUTH-5']),
  'sound-without-logout-closes-live': without('logout-closes-live', ['AUTH-4']),
  'sound-without-published-routes': without('published-routes', ['ISO-4']),
  'sound-without-origin-check': without('origin-check', ['LIVE-3']),
  'sound-without-progress-updates': without('progress-updates', ['LIVE-1']),
  'sound-without-run-events-history': without('run-events-history', ['LIVE-1']),
  'sound-without-oauth-google': without('oauth-google', ['AUTH-2'], 'not-testable'),
}
