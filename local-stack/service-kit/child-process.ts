import { fork, type ChildProcess, type ForkOptions } from 'node:child_process'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findCacheFolder } from './cache-folder.ts'

const NPM_SIGNS = ['npm_command', 'npm_lifecycle_event']
const GLANCE_MS = 250
const LONGEST_FAREWELL_MS = 30_000

/** Where this project keeps what the next start can use again: in the user's home, else among temporary files. */
export const CACHE_FOLDER = await findCacheFolder()

/**
 * Starts a module in a process of its own, joined to this one by a channel.
 * It is detached: Ctrl-C in the terminal is for the stack, which then stops its processes in good order.
 */
export function startProcess(module: URL, ...args: string[]): ChildProcess {
  return start(module, args, {})
}

/**
 * The same, but never without a user's name: PostgreSQL refuses whoever is a mere number, as in some containers.
 * Such a one is given a name in a namespace of its own.
 */
export function startNamedProcess(module: URL): ChildProcess {
  return start(
    module,
    [],
    isNameless() ? { execPath: 'unshare', execArgv: [...NAMED, process.execPath] } : {},
  )
}

/** Whether the user that this process runs as is known to the system by number only. */
export function isNameless(): boolean {
  try {
    return userInfo().username === ''
  } catch {
    return true
  }
}

const NAMED = ['--user', '--map-user=1', '--map-group=1']

function start(module: URL, args: string[], options: ForkOptions): ChildProcess {
  const env = { NODE_COMPILE_CACHE: join(CACHE_FOLDER, 'compiled'), ...process.env }
  return fork(fileURLToPath(module), args, { detached: true, env, ...options })
}

/**
 * Calls when this process should end because whoever started it is gone: the other end of its channel, or npm.
 * A shell that has started it may go. It ends in any case soon after, even if it still waits for something.
 */
export function whenAbandoned(leave: () => void): void {
  const begin = (): void => {
    setTimeout(() => process.exit(1), LONGEST_FAREWELL_MS).unref()
    leave()
  }
  if (process.connected) process.once('disconnect', begin)
  else if (NPM_SIGNS.some((name) => process.env[name] !== undefined)) watchParent(begin)
}

function watchParent(tell: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    tell()
  }, GLANCE_MS).unref()
}

/** Says something to the process that started this one. Whoever is gone need not be told any more. */
export function tellParent(word: object): void {
  if (process.connected) process.send?.(word, undefined, undefined, () => undefined)
}
