import { styleText } from 'node:util'
import { describeTrial } from './report.ts'
import type { TrialResult } from './trial.ts'

/** Tells how far a proof has come: a line that stays for each trial, and on a terminal one that is rewritten. */
export class Progress {
  readonly #total: number
  #startedAt: number | undefined
  #done = 0
  #survived = 0

  /** @param total how many defects are to be tried */
  constructor(total: number) {
    this.#total = total
  }

  /** Tells of a trial that has ended. */
  tell(trial: TrialResult): void {
    this.#done += 1
    // What comes before the first trial comes only once.
    this.#startedAt ??= Date.now() - (trial.seconds ?? 0) * 1000
    if (!trial.noticed) this.#survived += 1
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
    console.log(trial.noticed ? describeTrial(trial) : styleText('red', describeTrial(trial)))
    if (process.stdout.isTTY) process.stdout.write(this.#line())
    else if (this.#done % 25 === 0) console.log(this.#line())
  }

  /** Leaves the line that is rewritten. */
  end(): void {
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
  }

  #line(): string {
    const elapsed = (Date.now() - (this.#startedAt ?? Date.now())) / 1000
    const left = Math.round((elapsed / this.#done) * (this.#total - this.#done))
    const survivors = this.#survived === 0 ? '' : `, ${this.#survived} not noticed`
    return `${this.#done} of ${this.#total}${survivors}, about ${left} s left`
  }
}
