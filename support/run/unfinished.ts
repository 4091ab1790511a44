import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { html } from 'ghtml'
import type { VerdictFile } from '#verdict/verdict-schema'

/** What is said in place of the reports of a run that has not come to its end. */
export interface Unfinished {
  /** Of its beginning. */
  readonly at: Date
  /** Why there is nothing to be read: one sentence without its full stop. */
  readonly reason: string
  readonly exitCode: number
}

const GONE = 'evidence messages.ndjson stack.log attestation.json shard.json'.split(' ')

/**
 * Replaces every report of an earlier run by one that says that there is none yet: nothing must be taken for what it
 * is not, should this run not come to its own. What is kept of all runs, `history.json`, stays.
 *
 * @throws {Error} of the file system, with its `code`
 */
export function replaceReports(reports: string, unfinished: Unfinished): void {
  makeFolder(reports)
  for (const name of GONE) rmSync(join(reports, name), { recursive: true, force: true })
  const sentence = `HARNESS ERROR: ${unfinished.reason}`
  const texts = {
    'verdict.json': `${JSON.stringify(toUnfinishedVerdict(sentence, unfinished), undefined, 2)}\n`,
    'summary.md': `# Netra acceptance\n\n**${sentence}**\n`,
    'junit.xml': describeCase(sentence),
    'acceptance.html': describePage(sentence),
    'cucumber.html': describePage(sentence),
  }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(reports, name), text)
}

/** By hand and without the schema's own module: this is the first thing that a run does. */
function toUnfinishedVerdict(sentence: string, { at, exitCode }: Unfinished): VerdictFile {
  return {
    schema_version: 1,
    ...{ verdict: 'harness-error', sentence, exit_code: exitCode },
    run: { id: 'unfinished', started_at: at.toISOString(), target: 'unknown' },
    ...{ target: null, planned: 0, stray_errors: [], deviations: [] },
    known_failures: { at_most: 0, listed: [] },
    changes: null,
    figures: { stack_start_ms: 0, scenarios_ms: 0, wall_beyond_stack_ms: 0, suite_cpu_ms: 0, requests: [] },
    features: [],
  }
}

function describeCase(sentence: string): string {
  const name = 'The run comes to its end'
  return html`<?xml version="1.0" encoding="UTF-8"?>
    <testsuite name="Netra acceptance" tests="1" failures="0" errors="1" skipped="0">
      <testcase classname="run" name="${name}"><error message="${sentence}" /></testcase>
    </testsuite>`
}

function describePage(sentence: string): string {
  return `<!doctype html>${html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>Unfinished · Netra acceptance</title>
    </head>
    <body>
      <main>
        <h1>Netra acceptance: unfinished</h1>
        <p>${sentence}.</p>
        <p>Nothing is said of the platform. Load this page anew when the run is over.</p>
      </main>
    </body>
  </html>`}\n`
}

/** Level by level: told to make all at once, Node tries for ever where a level above cannot be made. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // What is no folder is noticed when something is written there.
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    makeFolder(dirname(folder))
    mkdirSync(folder)
  }
}
