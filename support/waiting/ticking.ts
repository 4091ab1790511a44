import type { Duration } from './duration.ts'

/** Does something again and again; it keeps nothing alive. @returns stops it */
export function everyTick(pause: Duration, act: () => void): () => void {
  const timer = setInterval(act, pause.ms)
  timer.unref()
  return () => clearInterval(timer)
}
