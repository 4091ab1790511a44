import { milliseconds } from './duration.ts'

const GLANCE = milliseconds(250)

/**
 * Watches whether the process that started this one is still there. It keeps nothing alive.
 *
 * @param tell called once, when that process is gone and another has taken its place
 * @returns stops watching
 */
export function watchParent(tell: () => void): () => void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    tell()
  }, GLANCE.ms)
  timer.unref()
  return () => clearInterval(timer)
}
