import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Wants one processor for itself, in turns of some milliseconds; it ends with whoever started it, too. */
const BUSY = `
  process.stdin.on('end', () => process.exit()).resume()
  setInterval(() => { const until = Date.now() + 40; while (Date.now() < until); }, 50)
`

/** Does other work on the same machine. @returns ends it */
export function squeeze(): () => Promise<void> {
  const worker = spawn(process.execPath, ['-e', BUSY], { stdio: ['pipe', 'ignore', 'ignore'] })
  return async () => {
    const ended = once(worker, 'exit')
    worker.stdin.end()
    await ended
  }
}
