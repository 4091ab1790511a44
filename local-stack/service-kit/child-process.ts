import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import envPaths from 'env-paths'

/** Where this project keeps what the next start can use again. */
export const CACHE_FOLDER = envPaths('netra-acceptance', { suffix: '' }).cache

/**
 * Starts a module in a process of its own, joined to this one by a channel.
 * It is detached: Ctrl-C in the terminal is for the stack, which then stops its processes in good order.
 */
export function startProcess(module: URL, ...args: string[]): ChildProcess {
  const env = { NODE_COMPILE_CACHE: join(CACHE_FOLDER, 'compiled'), ...process.env }
  return fork(fileURLToPath(module), args, { detached: true, env })
}

/** Says something to the process that started this one. Whoever is gone need not be told any more. */
export function tellParent(word: object): void {
  if (process.connected) process.send?.(word, undefined, undefined, () => undefined)
}
