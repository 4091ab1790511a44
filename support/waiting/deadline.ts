import { milliseconds, formatDuration, type Duration } from './duration.ts'
import { NotObserved } from './not-observed.ts'

/** What ends a wait early: the run was interrupted, or its target is lost. */
export type Stop = AbortSignal

/** Measures how long something takes. */
export function startStopwatch(): () => Duration {
  const startedAt = performance.now()
  return () => milliseconds(performance.now() - startedAt)
}

/**
 * Waits for a promise, but not longer than the limit.
 *
 * @param what named in the error, e.g. "Asha's answer"
 * @throws {NotObserved} when the limit passes or the run is stopped; the promise's own error otherwise
 */
export async function within<Value>(
  what: string,
  limit: Duration,
  stop: Stop,
  promise: Promise<Value>,
): Promise<Value> {
  const elapsed = startStopwatch()
  let timer: NodeJS.Timeout | undefined
  let onStop: (() => void) | undefined
  const ended = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new NotObserved(what, 'deadline', elapsed(), `the limit is ${formatDuration(limit)}`, []))
    }, limit.ms)
    onStop = () => reject(new NotObserved(what, 'stopped', elapsed(), reasonOf(stop), []))
    if (stop.aborted) onStop()
    stop.addEventListener('abort', onStop)
  })
  try {
    return await Promise.race([promise, ended])
  } finally {
    clearTimeout(timer)
    if (onStop) stop.removeEventListener('abort', onStop)
  }
}

/** Why the run was stopped, in one line. */
export function reasonOf(stop: Stop): string {
  const reason: unknown = stop.reason
  return reason instanceof Error ? reason.message : String(reason)
}
