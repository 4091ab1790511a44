import { AccountableError } from '#errors/accountable'
import { leaveNote, stopChannelOf, type RunAbort, type RunContext } from '#target/run-context'

/** By convention, who is ended by a signal says so in the exit code. */
export const SIGNAL_EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const
export type EndSignal = keyof typeof SIGNAL_EXIT_CODES
export const END_SIGNALS = Object.keys(SIGNAL_EXIT_CODES) as EndSignal[]

/** Tells every scenario that is under way, in whatever worker, that it has to end. */
export function stopScenarios(run: RunContext, refusal: RunAbort): void {
  // The note is for scenarios that begin later, the channel for those that are waiting now.
  leaveNote(run, 'stop', refusal)
  const channel = new BroadcastChannel(stopChannelOf(run))
  channel.postMessage(refusal)
  channel.close()
}

/** The run has to end; the message says why. */
export class RunStopped extends AccountableError {
  readonly blames = 'run'
  readonly code = 'RUN_STOPPED'
}

/** Listens for the end of the run, for as long as a scenario lasts. */
export function listenForStop(run: RunContext): {
  signal: AbortSignal
  reason: () => RunAbort | undefined
  close: () => void
} {
  const controller = new AbortController()
  const channel = new BroadcastChannel(stopChannelOf(run))
  let heard: RunAbort | undefined
  channel.onmessage = (event) => {
    const refusal = (event as MessageEvent).data as RunAbort
    heard = refusal
    controller.abort(new RunStopped(refusal.reason))
  }
  return { signal: controller.signal, reason: () => heard, close: () => channel.close() }
}
