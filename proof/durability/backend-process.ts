import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { startProcess } from '@netra/local-stack/service-kit/child-process'
import type { BackendConfig } from '@netra/local-stack/backend/parts'

const SERVICE = new URL(import.meta.resolve('@netra/local-stack/service-process'))

/** A backend in a process of its own, which can be stopped, killed, and started again at the same address. */
export class BackendProcess {
  readonly #config: BackendConfig
  readonly #port: string
  #child: ChildProcess | undefined

  /** @param url of the backend, where nobody listens yet */
  constructor(url: string, config: BackendConfig) {
    this.#port = new URL(url).port
    this.#config = config
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const child = startProcess(SERVICE, 'backend', this.#port)
    this.#child = child
    const ready = new Promise<void>((resolve, reject) => {
      child.on('message', (word: { url?: string; ready?: true; failed?: string }) => {
        if (word.url) child.send(this.#config)
        if (word.ready) resolve()
        if (word.failed) reject(new Error(word.failed))
      })
      child.once('exit', (code) => reject(new Error(`the backend ended (${code})`)))
    })
    await ready
  }

  /** Ends it in good order. */
  async stop(): Promise<void> {
    await this.#end((child) => child.disconnect())
  }

  /** Ends it without a chance to do anything more. */
  async kill(): Promise<void> {
    await this.#end((child) => child.kill('SIGKILL'))
  }

  async #end(how: (child: ChildProcess) => void): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    how(child)
    await ended
  }
}
