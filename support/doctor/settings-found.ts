import type { Environment } from '#target/environment'
import type { Target } from '#target/settings'
import type { SettingFound } from './diagnosis.ts'

/** How each of them may be shown. */
type Showing = 'whole' | 'host' | 'never'

const SETTINGS: Readonly<Record<string, Showing>> = {
  TEST_ENV: 'whole',
  STAGING_AUTH_URL: 'whole',
  STAGING_BACKEND_URL: 'whole',
  STAGING_FRONTEND_URL: 'whole',
  STAGING_WEBSOCKET_URL: 'whole',
  E2E_OAUTH_SIMULATION_KEY: 'never',
  JWT_SECRET_STAGING: 'never',
  STAGING_CAPABILITIES: 'whole',
  HTTPS_PROXY: 'host',
  HTTP_PROXY: 'host',
  NO_PROXY: 'whole',
  NODE_EXTRA_CA_CERTS: 'whole',
}

/** By which name of the target's addresses a setting goes. */
const PARTS: Readonly<Record<string, keyof Target['addresses']>> = {
  ...{ STAGING_AUTH_URL: 'auth', STAGING_BACKEND_URL: 'backend' },
  ...{ STAGING_FRONTEND_URL: 'frontend', STAGING_WEBSOCKET_URL: 'live' },
}

/**
 * What is set of everything that can be, and what has to be.
 *
 * @param target that the settings make; undefined where they make none
 */
export function settingsFound(environment: Environment, target: Target | undefined): SettingFound[] {
  return Object.entries(SETTINGS).map(([name, showing]) => {
    const given = environment[name] || environment[name.toLowerCase()]
    const part = PARTS[name]
    const isNeeded = part !== undefined && target?.kind !== 'local'
    if (given !== undefined) return { name, setIn: 'by hand', isNeeded, shown: show(given, showing) }
    if (part === undefined || !target || target.kind === 'local')
      return { name, setIn: 'nowhere', isNeeded, shown: '' }
    return { name, setIn: 'file', isNeeded, shown: target.addresses[part] }
  })
}

function show(given: string, showing: Showing): string {
  if (showing === 'never') return 'set'
  const url = URL.parse(given)
  if (showing === 'host') return url?.host ?? 'set'
  // Whoever puts a password into an address must not find it on a screen.
  return url && url.username + url.password + url.search !== '' ? `${url.protocol}//${url.host}` : given
}
