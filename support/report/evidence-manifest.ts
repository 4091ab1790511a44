import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RunRecord } from '#verdict/conclusion'
import { MANIFEST_VERSION, type Manifest } from '#verdict/manifest'
import { writeWhole } from './whole-file.ts'

/** Writes `evidence/manifest.json`: with it, the evidence can be judged again. */
export function writeManifest(reports: string, record: RunRecord): void {
  mkdirSync(join(reports, 'evidence'), { recursive: true })
  writeWhole(join(reports, 'evidence', 'manifest.json'), describeManifest(record))
}

/** The text of `manifest.json`; the hashes are those of the moment at which each scenario was over. */
export function describeManifest({ context, kind, startedAt, scenarios }: RunRecord): string {
  const over = scenarios.flatMap(({ outcome }) => (outcome && outcome.evidence !== '' ? [outcome] : []))
  const files = over.flatMap(({ id, exhibits }) =>
    exhibits.map(({ name, sha256 }) => [`${id}/${name}`, sha256] as const),
  )
  const manifest: Manifest = {
    schema_version: MANIFEST_VERSION,
    run: { id: context.id, started_at: startedAt.toISOString(), target: kind },
    files: Object.fromEntries(files),
    scenarios: over.map(({ id, checks }) => ({
      id,
      checks: checks.map(({ id: check, status }) => ({ id: check, status })),
    })),
  }
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}
