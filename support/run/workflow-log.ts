import { randomUUID } from 'node:crypto'
import { toAnnotations } from '#report/annotations'
import { published } from '#target/environment'
import type { Conclusion, RunRecord } from '#verdict/conclusion'

/** What GitHub Actions reads of a run, where it runs there: nothing that a platform says is a command to it. */
export class WorkflowLog {
  readonly #isRead = published('GITHUB_ACTIONS') === 'true'
  readonly #token = randomUUID()

  constructor() {
    if (this.#isRead) console.log(`::stop-commands::${this.#token}`)
  }

  /** The last that is told, when nothing of the platform's comes any more. */
  annotate(record: RunRecord, conclusion: Conclusion): void {
    if (!this.#isRead) return
    console.log([`::${this.#token}::`, ...toAnnotations(record, conclusion)].join('\n'))
  }
}
