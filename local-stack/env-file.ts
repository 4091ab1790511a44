import { rename, writeFile } from 'node:fs/promises'
import { liveUrl } from './stack-config.ts'
import type { RunningStack } from './stack.ts'

/** What a client of the stack has to know: four addresses, two secrets, and who restarts it, by the suite's names. */
export function describeForClients({
  urls,
  secrets,
  operatorUrl,
}: Pick<RunningStack, 'urls' | 'secrets' | 'operatorUrl'>): Readonly<Record<string, string>> {
  return {
    STAGING_AUTH_URL: urls['auth-service'],
    STAGING_BACKEND_URL: urls.backend,
    STAGING_FRONTEND_URL: urls.frontend,
    STAGING_WEBSOCKET_URL: liveUrl(urls),
    E2E_OAUTH_SIMULATION_KEY: secrets.simulationKey,
    JWT_SECRET_STAGING: secrets.signing,
    LOCAL_STACK_OPERATOR: operatorUrl,
  }
}

/** Writes a dotenv file, readable by its owner only and never seen half-written. */
export async function writeEnvFile(path: string, values: Readonly<Record<string, string>>): Promise<void> {
  const text = Object.entries(values).map(([name, value]) => `${name}=${value}\n`)
  const arriving = `${path}.${process.pid}`
  await writeFile(arriving, text.join(''), { mode: 0o600 })
  await rename(arriving, path)
}
