import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CAPABILITIES } from '#contract/capabilities'
import { publish, published } from './environment.ts'

const Context = z.object({ id: z.string(), folder: z.string(), reports: z.string() })

/** One run of the suite, as every worker has to know it. */
export type RunContext = z.output<typeof Context>

/** What the coordinator leaves in the run's folder for the workers. */
const NOTES = {
  /** Why no scenario can be run. */
  refusal: z.object({ verdict: z.enum(['target-unhealthy', 'harness-error']), reason: z.string() }),
  /** Why scenarios that are under way have to end. */
  stop: z.object({ verdict: z.enum(['target-unhealthy', 'harness-error']), reason: z.string() }),
  /** What the target is and offers. */
  health: z.object({
    healthy: z.boolean(),
    capabilities: z.array(z.enum(CAPABILITIES)),
    /** Who says what it offers: a person, by hand; its backend; or, where it does not, the target's file. */
    offersBy: z.enum(['hand', 'backend', 'file']).optional(),
    /** Routes of the contract that it does not have, and that nobody demands: `backend GET /openapi.json`. */
    absent: z.array(z.string()).optional(),
    /** By what somebody is known who was here before the first scenario: nothing of hers is anybody's. */
    visitor: z.string().optional(),
    /** What was not as the contract has it when it was looked at before the first scenario. */
    deviations: z
      .array(
        z.object({
          text: z.string(),
          weight: z.enum(['breaks', 'differs']),
          count: z.number(),
          first: z.string(),
        }),
      )
      .optional(),
    /** How far the target's clock is ahead of ours. */
    skewMs: z.number(),
    services: z.array(
      z.object({
        service: z.string(),
        address: z.string(),
        state: z.enum(['healthy', 'degraded', 'unhealthy', 'misrouted', 'down']),
        answer: z.string(),
        /** What it calls itself. */
        says: z.string().optional(),
        version: z.string().optional(),
        /** How far its clock is ahead of ours. */
        skewMs: z.number().optional(),
        /** By its own word, in seconds; and when it said so, by our clock (milliseconds since 1970). */
        uptime: z.object({ seconds: z.number(), at: z.number() }).optional(),
        waitedMs: z.number(),
      }),
    ),
  }),
} as const

type Notes = { readonly [Name in keyof typeof NOTES]: z.output<(typeof NOTES)[Name]> }
/** Why a run or a scenario has to end, and the verdict that this makes. */
export type RunAbort = Notes['refusal']
/** What the target is and offers. */
export type Health = Notes['health']

const VARIABLE = 'NETRA_RUN'

/** Makes the run known to the workers that are started later. */
export function publishRun(context: RunContext): void {
  mkdirSync(context.folder, { recursive: true })
  publish({ [VARIABLE]: JSON.stringify(context) })
}

/** The run that this worker belongs to. @throws {Error} when there is none */
export function readRun(): RunContext {
  return Context.parse(JSON.parse(published(VARIABLE) ?? 'null'))
}

/** Leaves a note, never to be seen half-written. */
export function leaveNote<Name extends keyof Notes>(
  { folder }: RunContext,
  name: Name,
  note: Notes[Name],
): void {
  const path = join(folder, `${name}.json`)
  writeFileSync(`${path}.new`, JSON.stringify(note))
  renameSync(`${path}.new`, path)
}

/** A note that was left, if it was. */
export function findNote<Name extends keyof Notes>(
  { folder }: RunContext,
  name: Name,
): Notes[Name] | undefined {
  const path = join(folder, `${name}.json`)
  if (!existsSync(path)) return undefined
  return NOTES[name].parse(JSON.parse(readFileSync(path, 'utf8'))) as Notes[Name]
}

/** Removes the folder of the run, with everything in it. */
export function removeNotes({ folder }: RunContext): void {
  rmSync(folder, { recursive: true, force: true })
}

/** On which the coordinator tells the workers that they have to stop. */
export function stopChannelOf({ id }: RunContext): string {
  return `netra-run-${id}`
}
