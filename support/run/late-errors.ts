import { AsyncLocalStorage } from 'node:async_hooks'

/** Somebody to whom an error belongs that comes too late for its step. */
export interface ErrorOwner {
  blame(text: string): void
}

/**
 * Takes custody of errors that nobody waits for any more. Left alone, Cucumber would blame the scenario that
 * happens to run when they come.
 */
export class LateErrors {
  readonly #owners = new AsyncLocalStorage<ErrorOwner>()

  /** Everything that this sets going, however late it fails, is the owner's. */
  runAs<Result>(owner: ErrorOwner, work: () => Result): Result {
    return this.#owners.run(owner, work)
  }

  /** @param unowned told of errors that belong to no scenario */
  watch(unowned: (text: string) => void): void {
    process.on('unhandledRejection', (reason) => {
      const text = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason)
      const owner = this.#owners.getStore()
      if (owner) owner.blame(text)
      else unowned(text)
    })
  }
}
