/** Whom an error blames: the platform under test, the suite (its features and settings included), or the end of the run. */
export type Blame = 'target' | 'suite' | 'run'

/** The base of every error of the suite: it says whom it blames, and the verdict goes by that and by no name. */
export abstract class AccountableError extends Error {
  abstract readonly blames: Blame
  /** Stable, in capitals: what tests and programs may rely on. */
  abstract readonly code: string

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

/** Whom any error blames; one that the suite does not know is its own. */
export function blameOf(error: unknown): Blame {
  return error instanceof AccountableError ? error.blames : 'suite'
}
