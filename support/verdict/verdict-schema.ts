import { z } from 'zod'
import { CAPABILITIES } from '#contract/capabilities'
import { VERDICTS } from './lattice.ts'

/** Of `verdict.json`: it rises when a field goes, is renamed, or means something else; a further field raises nothing. */
export const VERDICT_SCHEMA_VERSION = 1

const Count = z.int().min(0)
const Milliseconds = z.int().describe('milliseconds')
const Said = { verdict: z.enum(VERDICTS), sentence: z.string().describe('one sentence') }

const Service = z.object({
  service: z.string(),
  address: z.string(),
  state: z.enum(['healthy', 'degraded', 'unhealthy', 'misrouted', 'down']),
  answer: z.string(),
  says: z.string().optional().describe('what it calls itself'),
  version: z.string().optional(),
  skew_ms: Milliseconds.optional(),
  uptime: z
    .object({ seconds: z.number(), at: z.number().describe('milliseconds since 1970, by our clock') })
    .optional(),
  waited_ms: Milliseconds,
})

const Target = z.object({
  healthy: z.boolean(),
  capabilities: z.array(z.enum(CAPABILITIES)),
  offers_by: z.enum(['hand', 'backend', 'file']).optional().describe('who says what it offers'),
  absent: z.array(z.string()).optional().describe('routes that it does not have, and that nobody demands'),
  skew_ms: Milliseconds.describe("how far the target's clock is ahead of ours, in milliseconds"),
  services: z.array(Service),
})

const Seen = { id: z.string(), expected: z.string(), observed: z.string(), control: z.string().optional() }
const Check = z.discriminatedUnion('status', [
  z.object({ status: z.literal('passed'), ...Seen, deviations: z.array(z.string()).optional() }),
  z.object({
    status: z.literal('failed'),
    ...Seen,
    hint: z.string().optional(),
    unseen: z.literal(true).optional().describe('what was to be looked at did not come at all'),
    leak: z.literal(true).optional().describe("somebody was shown, or could change, what is another's"),
  }),
  z.object({ status: z.literal('not-testable'), id: z.string(), reason: z.string() }),
])

const Deviation = z.object({
  text: z.string(),
  weight: z.enum(['breaks', 'differs']),
  count: Count,
  first: z.string(),
  known: z
    .object({ reason: z.string(), issue: z.string(), until: z.iso.date(), expired: z.boolean() })
    .optional()
    .describe('what the file of the target says of it'),
})

const Scenario = z.object({
  id: z.string(),
  title: z.string(),
  verdict: z.enum(VERDICTS),
  reason: z.string().describe('one sentence; empty when it is kept'),
  finished: z.boolean().describe('whether it has given an account of itself; else all below is empty'),
  duration_ms: Milliseconds,
  errors: z.array(z.string()),
  checks: z.array(Check),
  not_reached: z.array(z.string()).describe('checks that it promises and, having ended early, never came to'),
  blamed: z.array(z.enum(['target', 'suite', 'run'])),
  methods: z.array(z.string()).describe('how its people were signed in'),
  notes: z.array(z.string()),
  deviations: z.array(Deviation),
  untestable: z.string().optional().describe('why it could not be tested as a whole'),
  stopped: z
    .object({ verdict: z.enum(VERDICTS), reason: z.string() })
    .optional()
    .describe('why it had to end early, through no fault of its own'),
  left_behind: z.array(z.string()).describe('what could not be taken back'),
  evidence: z.string().describe('its folder, relative to this file; empty when there is none'),
  exhibits: z.array(z.object({ name: z.string(), sha256: z.string() })),
  exchanges: Count,
  frames: Count,
})

const Feature = z.object({
  name: z.string(),
  protects: z.string().nullable(),
  scenarios: z.array(Scenario),
})

const Figures = z.object({
  stack_start_ms: Milliseconds,
  scenarios_ms: Milliseconds,
  wall_beyond_stack_ms: Milliseconds,
  suite_cpu_ms: Milliseconds,
  requests: z.array(
    z.object({
      where: z.enum(['under /api', 'elsewhere']),
      sent: Count,
      most_in_a_minute: Count.describe('in the fullest, wherever it begins'),
      allowed_in_a_minute: Count.describe("by the target's edge; 0 where it limits nothing"),
    }),
  ),
})

const KnownFailures = z.object({
  at_most: Count.describe('how many may be red at once'),
  listed: z.array(
    z.object({
      ...{ check: z.string(), target: z.string(), reason: z.string(), issue: z.string(), owner: z.string() },
      expires: z.iso.date().describe('the last day on which it is known'),
      state: z.enum(['expected', 'expired', 'stale', 'not seen']).describe('what this run has shown of it'),
      costs: z.string(),
    }),
  ),
})

const ChangeList = z.object({
  since: z
    .object({ id: z.string(), started_at: z.iso.datetime() })
    .describe('the last run that it is compared with'),
  newly_red: z.array(z.string()).describe('checks, or a scenario that is red without any'),
  mended: z.array(z.string()),
  slower: z.array(z.object({ id: z.string(), before_ms: Milliseconds, now_ms: Milliseconds })),
})

/** What `verdict.json` says of a run; published as `docs/verdict.schema.json`. */
export const VerdictFile = z
  .object({
    schema_version: z.literal(VERDICT_SCHEMA_VERSION),
    ...Said,
    exit_code: Count,
    run: z.object({ id: z.string(), started_at: z.iso.datetime(), target: z.string() }),
    target: Target.nullable().describe('null where its health was never looked at'),
    planned: Count.describe('scenarios that were selected'),
    stray_errors: z.array(z.string()).describe('errors that came too late for their scenario'),
    deviations: z.array(Deviation),
    known_failures: KnownFailures.describe('what is listed for this target in known-failures.yml'),
    changes: ChangeList.nullable().describe('null where no earlier run on this target is known'),
    figures: Figures,
    features: z.array(Feature),
  })
  .describe('What a run of the Netra acceptance suite says of a platform, for programs')
/** What `verdict.json` says of a run. */
export type VerdictFile = z.output<typeof VerdictFile>

/** The schema of `verdict.json` for other programs. Fields that it does not know may be there. */
export function verdictJsonSchema(): object {
  return { title: 'verdict.json', ...z.toJSONSchema(VerdictFile, { io: 'input' }) }
}
