import { join } from 'node:path'
import { BadSettings, publish, readEnvironment } from '#target/environment'
import { readCrowds } from '#target/crowds'
import { refuseOddSettings } from '#target/odd-settings'
import type { RunAbort, RunContext } from '#target/run-context'
import { readTarget, readTargetKind, targetName } from '#target/settings'
import { startStackProcess, StackNotStarted, type StackProcess } from './stack-process.ts'

/** The platform of one run: one that is there already, or a local stack that is started and stopped for it. */
export class RunTarget {
  readonly #context: RunContext
  readonly #onLost: (loss: RunAbort) => void
  #name = 'local'
  #stack: StackProcess | undefined
  #startMs = 0

  /** @param onLost told when a local stack ends on its own */
  constructor(context: RunContext, onLost: (loss: RunAbort) => void) {
    this.#context = context
    this.#onLost = onLost
  }

  /** As `TEST_ENV` names it. */
  get name(): string {
    return this.#name
  }

  /** How long the local stack took to start; 0 where there is none. */
  get startMs(): number {
    return this.#startMs
  }

  /** Makes it ready for the workers. @returns why it is not, if it is not */
  async makeReady(): Promise<RunAbort | undefined> {
    try {
      const kind = readTargetKind(readEnvironment())
      this.#name = targetName(readEnvironment())
      readCrowds(readEnvironment())
      if (kind === 'local') await this.#startStack()
      readTarget(readEnvironment())
      if (kind !== 'local') refuseOddSettings(readEnvironment())
      return undefined
    } catch (error) {
      if (error instanceof BadSettings) return { verdict: 'harness-error', reason: error.message }
      if (error instanceof StackNotStarted) return { verdict: faultOf(error), reason: error.message }
      throw error
    }
  }

  /** Lets go of it in good order. @returns what is to be said if it was lost before */
  async release(): Promise<RunAbort | undefined> {
    const stack = this.#stack
    this.#stack = undefined
    const reason = await stack?.stop()
    return reason === undefined ? undefined : lossOf(reason)
  }

  /** Lets go of it at once: nothing can be waited for any more. */
  abandon(): void {
    this.#stack?.abandon()
  }

  async #startStack(): Promise<void> {
    const { folder, reports } = this.#context
    const stack = await startStackProcess(folder, join(reports, 'stack.log'), readEnvironment())
    this.#stack = stack
    this.#startMs = stack.startMs
    publish({ ...stack.environment })
    void stack.lost.then((reason) => {
      if (this.#stack === stack) this.#onLost(lossOf(reason))
    })
  }
}

/** A machine on which there is no room for the stack says nothing of the platform. */
function faultOf({ message }: StackNotStarted): RunAbort['verdict'] {
  return message.includes('no space is left') ? 'harness-error' : 'target-unhealthy'
}

function lossOf(reason: string): RunAbort {
  return { verdict: 'target-unhealthy', reason: `the target was lost: ${reason}` }
}
