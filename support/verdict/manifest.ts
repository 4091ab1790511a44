import { z } from 'zod'

/** Of `evidence/manifest.json`: it rises when a field goes, is renamed, or means something else. */
export const MANIFEST_VERSION = 1

/** What the evidence of a run consists of, and what was judged by it. */
export const Manifest = z.object({
  schema_version: z.literal(MANIFEST_VERSION),
  run: z.object({ id: z.string(), started_at: z.iso.datetime(), target: z.string() }),
  /** By their place in the folder of evidence: SHA-256, in hexadecimal digits. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  scenarios: z.array(
    z.object({
      id: z.string(),
      checks: z.array(z.object({ id: z.string(), status: z.enum(['passed', 'failed', 'not-testable']) })),
    }),
  ),
})
/** What the evidence of a run consists of, and what was judged by it. */
export type Manifest = z.output<typeof Manifest>
