import { AccountableError } from '#errors/accountable'
import { published } from '#target/environment'
import { leaveNote, stopChannelOf, type RunAbort, type RunContext } from '#target/run-context'
import { watchParent } from '#waiting/parent'

/** By convention, who is ended by a signal says so in the exit code. */
export const SIGNAL_EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
/** A signal that ends a run. */
export type EndSignal = keyof typeof SIGNAL_EXIT_CODES
/** Every signal that ends a run. */
export const END_SIGNALS = Object.keys(SIGNAL_EXIT_CODES) as EndSignal[]

/** Why a run has to end before it is over. */
export interface Interruption {
  readonly reason: string
  readonly exitCode: number
}

/** One Ctrl-C may reach a run twice: from the terminal, and from npm. */
const ECHO_MS = 1_000
const ORPHANED = { reason: 'interrupted: the process that started it is gone', exitCode: 143 }

/**
 * Listens for whatever ends a run early: a signal, or the end of npm where npm has started it. A shell may go.
 *
 * @param tell called the first time
 * @param insist called when a signal comes again later on
 * @returns stops listening
 */
export function listenForInterruption(
  tell: (interruption: Interruption) => void,
  insist: () => void,
): () => void {
  let toldAt: number | undefined
  const begin = (interruption: Interruption): void => {
    toldAt = performance.now()
    // Whoever listened may be gone, too: that is no reason not to finish.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
    tell(interruption)
  }
  const hear = (signal: NodeJS.Signals): void => {
    const exitCode = SIGNAL_EXIT_CODES[signal as EndSignal]
    if (toldAt === undefined) begin({ reason: `interrupted by ${signal}`, exitCode })
    else if (performance.now() - toldAt > ECHO_MS) insist()
  }
  for (const signal of END_SIGNALS) process.on(signal, hear)
  const isOfNpm = (published('npm_command') ?? published('npm_lifecycle_event')) !== undefined
  const stopWatching = isOfNpm ? watchParent(() => toldAt ?? begin(ORPHANED)) : undefined
  return () => {
    stopWatching?.()
    for (const signal of END_SIGNALS) process.off(signal, hear)
  }
}

/** Tells every scenario that begins later that it cannot. */
export function refuseScenarios(run: RunContext, refusal: RunAbort): void {
  try {
    leaveNote(run, 'refusal', refusal)
  } catch {
    // Where nobody can be told that nothing is to be run, it ends here.
    process.exit()
  }
}

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
