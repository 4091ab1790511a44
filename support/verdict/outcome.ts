import { z } from 'zod'
import { CHECK_IDS, type CheckId } from '#expect/catalogue'

/** How a scenario's own account of itself travels from the worker to the coordinator: as an attachment. */
export const OUTCOME_MEDIA_TYPE = 'application/vnd.netra.scenario+json'

const Id = z.enum(CHECK_IDS as [CheckId, ...CheckId[]])
const Seen = { id: Id, expected: z.string(), observed: z.string(), control: z.string().optional() }

const Result = z.discriminatedUnion('status', [
  z.object({ status: z.literal('passed'), ...Seen, deviations: z.array(z.string()).readonly().optional() }),
  z.object({
    status: z.literal('failed'),
    ...Seen,
    hint: z.string().optional(),
    unseen: z.literal(true).optional(),
    leak: z.literal(true).optional(),
  }),
  z.object({ status: z.literal('not-testable'), id: Id, reason: z.string() }),
])

const Deviation = z.object({
  text: z.string(),
  weight: z.enum(['breaks', 'differs']),
  count: z.number(),
  first: z.string(),
  known: z
    .object({ reason: z.string(), issue: z.string(), until: z.string(), expired: z.boolean() })
    .optional(),
})

/** What a scenario says of itself when it is over. */
export const ScenarioOutcome = z.object({
  id: z.string(),
  checks: z.array(Result),
  /** Checks that it promises and, having ended early, never came to. */
  notReached: z.array(Id),
  /** Whom each error that was thrown in it blames. */
  blamed: z.array(z.enum(['target', 'suite', 'run'])),
  /** How its people were signed in. */
  methods: z.array(z.string()),
  /** Figures of its own, to be told in the terminal. */
  notes: z.array(z.string()),
  /** In what the platform is not as the contract has it: said once of the whole run. */
  deviations: z.array(Deviation),
  /** Why it could not be tested as a whole. */
  untestable: z.string().optional(),
  /** Why it had to end early, through no fault of its own. */
  stopped: z
    .object({ verdict: z.enum(['target-unhealthy', 'harness-error']), reason: z.string() })
    .optional(),
  /** What could not be taken back. */
  leftBehind: z.array(z.string()),
  /** Where its evidence is, relative to the reports. */
  evidence: z.string(),
  exhibits: z.array(z.object({ name: z.string(), sha256: z.string() })),
  exchanges: z.number(),
  frames: z.number(),
})
/** What a scenario says of itself when it is over. */
export type ScenarioOutcome = z.output<typeof ScenarioOutcome>
