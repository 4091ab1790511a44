import { AgentFailure } from '../agents/agent-failure.ts'
import type { BadEnding } from './journal.ts'

/** Somebody has stopped the run from outside. */
export class RunStopped extends Error {
  readonly why: 'cancelled' | 'interrupted'

  constructor(why: RunStopped['why']) {
    super(why)
    this.why = why
  }
}

export const INTERRUPTED: BadEnding = {
  code: 'RUN_INTERRUPTED',
  message: 'The work on this question was cut off by a restart. Please ask again.',
  recoverable: true,
}

const CANCELLED: BadEnding = {
  code: 'RUN_CANCELLED',
  message: 'The work on this question was stopped, as you asked.',
  recoverable: true,
}

const UNFORESEEN: BadEnding = {
  code: 'INTERNAL_ERROR',
  message: 'Something went wrong on our side; this question was not answered.',
  recoverable: true,
}

export interface Ending {
  readonly status: 'failed' | 'cancelled'
  readonly ending: BadEnding
}

/** How a run ends that was stopped or has failed, in words for the person who asked. */
export function endingOf(error: unknown, signal: AbortSignal): Ending {
  const stopped: unknown = signal.aborted ? signal.reason : undefined
  if (stopped instanceof RunStopped) {
    return stopped.why === 'cancelled'
      ? { status: 'cancelled', ending: CANCELLED }
      : { status: 'failed', ending: INTERRUPTED }
  }
  if (error instanceof AgentFailure) {
    return { status: 'failed', ending: { code: error.code, message: error.message, recoverable: true } }
  }
  console.error(`run failed: ${error instanceof Error ? error.stack : String(error)}`)
  return { status: 'failed', ending: UNFORESEEN }
}
