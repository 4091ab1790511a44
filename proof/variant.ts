import type { ChildProcess } from 'node:child_process'
import { startProcess } from '@netra/local-stack/service-kit/child-process'
import { openStackDatabase } from '@netra/local-stack/postgres/server'
import type { Environment } from './composition.ts'

/** A platform, damaged or not, with a database of its own. */
export interface Variant {
  readonly environment: Environment
  stop(): Promise<void>
}

/** What a host is told. */
export type HostRequest =
  | { readonly word: 'stop' }
  | { readonly word: 'start'; readonly databaseUrl: string; readonly defect: string }

interface HostAnswer {
  readonly environment?: Environment
  readonly failed?: string
}

/** Starts platforms, each in a process that no other platform is in at the same time. */
export class Variants {
  readonly #serverUrl: string
  readonly #idle: Host[] = []

  /** @param serverUrl of a PostgreSQL server */
  constructor(serverUrl: string) {
    this.#serverUrl = serverUrl
  }

  /** @param defect that is planted; empty for none */
  async start(defect: string): Promise<Variant> {
    const database = await openStackDatabase(this.#serverUrl)
    const host = this.#idle.pop() ?? new Host()
    const stop = async (): Promise<void> => {
      const { failed } = await host.ask({ word: 'stop' })
      // A platform that has hurt its process takes it along.
      if (failed === undefined) this.#idle.push(host)
      else await host.end()
      await database.drop()
    }
    const { environment, failed } = await host.ask({ word: 'start', databaseUrl: database.url, defect })
    if (environment) return { environment, stop }
    await stop()
    throw new Error(
      `${defect || 'the undamaged platform'} could not be started: ${failed ?? 'it said nothing'}`,
    )
  }

  async end(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((host) => host.end()))
  }
}

/** A platform that takes longer to start or to stop hangs. */
const LONGEST_ANSWER_MS = 60_000

class Host {
  readonly #child: ChildProcess
  readonly #ended: Promise<HostAnswer>

  constructor() {
    this.#child = startProcess(new URL('variant-host.ts', import.meta.url))
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        resolve({ failed: `its process ended (${signal ?? `exit code ${code}`})` })
      })
    })
  }

  ask(request: HostRequest): Promise<HostAnswer> {
    const answer = new Promise<HostAnswer>((resolve) => {
      this.#child.once('message', (told) => resolve(told as HostAnswer))
    })
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), LONGEST_ANSWER_MS)
    // A process that is gone is noticed by its end.
    this.#child.send(request, () => undefined)
    return Promise.race([answer, this.#ended]).finally(() => clearTimeout(timer))
  }

  async end(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect()
    await this.#ended
  }
}
