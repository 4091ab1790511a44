import { startProcess } from '@netra/local-stack/service-kit/child-process'
import { openStackDatabase } from '@netra/local-stack/postgres/server'
import type { Environment } from './composition.ts'

/** A platform of its own, damaged or not, with a database of its own. */
export interface Variant {
  readonly environment: Environment
  stop(): Promise<void>
}

/** @param id of the defect that is planted; empty for none @param serverUrl of a PostgreSQL server */
export async function startVariant(serverUrl: string, id: string): Promise<Variant> {
  const database = await openStackDatabase(serverUrl)
  const child = startProcess(new URL('variant-process.ts', import.meta.url), database.url, id)
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(`its process ended (${signal ?? `exit code ${code}`})`))
  })
  const word = new Promise<Word>((resolve) => child.once('message', (told) => resolve(told as Word)))
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect()
    await ended
    await database.drop()
  }
  const { environment, failed } = await Promise.race([word, ended.then((how): Word => ({ failed: how }))])
  if (environment) return { environment, stop }
  await stop()
  throw new Error(`${id || 'the undamaged platform'} could not be started: ${failed ?? 'it said nothing'}`)
}

interface Word {
  readonly environment?: Environment
  readonly failed?: string
}
