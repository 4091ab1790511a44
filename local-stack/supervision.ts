import type { ChildProcess } from 'node:child_process'
import { startProcess } from '#kit/child-process'
import type { ServiceConfigs, ServiceName } from './stack-config.ts'

/** A service in its own process, in the order of its life. */
export interface SupervisedService {
  readonly name: ServiceName
  /** Its address, known before it is ready. */
  readonly url: Promise<string>
  /** Why it is gone; resolves once. */
  readonly ended: Promise<string>
  configure(config: ServiceConfigs[ServiceName]): Promise<void>
  stop(): Promise<void>
}

interface Word {
  readonly url?: string
  readonly ready?: true
  readonly failed?: string
}

/** Starts a service's process. Its own troubles reach `url` and `configure` as one-line errors. */
export function superviseService(name: ServiceName, port: number): SupervisedService {
  const child = startProcess(new URL('service-process.ts', import.meta.url), name, String(port))
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(`${name} ended (${signal ?? `exit code ${code}`})`))
  })
  const url = listenFor(child, ended, (word) => word.url)
  const ready = listenFor(child, ended, (word) => word.ready)
  // Whoever asks is told; until then a failure is nobody's surprise.
  url.catch(() => undefined)
  ready.catch(() => undefined)
  return {
    name,
    url,
    ended,
    configure: async (config) => {
      // A process that is gone is noticed by its end.
      child.send(config, () => undefined)
      await ready
    },
    stop: async () => {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

function listenFor<Value>(
  child: ChildProcess,
  ended: Promise<string>,
  pick: (word: Word) => Value | undefined,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    child.on('message', (word: Word) => {
      const value = pick(word)
      if (value !== undefined) resolve(value)
      if (word.failed) reject(new Error(word.failed))
    })
    void ended.then((reason) => reject(new Error(reason)))
  })
}
