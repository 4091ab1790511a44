import type { Envelope } from '@cucumber/messages'
import { proofJsonSchema } from '#verdict/proof-schema'
import { verdictJsonSchema } from '#verdict/verdict-schema'
import type { PlantedDefect } from './defects.ts'
import { coveragePage } from './coverage-page.ts'
import { phrasesPage } from './phrases-page.ts'
import { traceabilityPage } from './traceability-page.ts'

/** A page of `docs/` that is made from the suite itself. */
export interface Page {
  /** Its path from the root. */
  readonly file: string
  readonly text: string
}

/** The pages as they ought to stand. @param messages of a dry run */
export function writtenPages(messages: readonly Envelope[], defects: readonly PlantedDefect[]): Page[] {
  return [
    { file: 'docs/contract-coverage.md', text: coveragePage(defects) },
    { file: 'docs/phrases.md', text: phrasesPage(messages) },
    { file: 'docs/traceability.md', text: traceabilityPage(messages, defects) },
    { file: 'docs/proof.schema.json', text: written(proofJsonSchema()) },
    { file: 'docs/verdict.schema.json', text: written(verdictJsonSchema()) },
  ]
}

function written(schema: object): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`
}
