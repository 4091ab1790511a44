import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { CHECK_IDS, entryOf, type CheckId } from '#expect/catalogue'
import { BadSettings, type Environment } from '#target/environment'

const Text = z
  .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'is no text: put it into quotes') })
  .trim()
  .min(1, { error: 'is empty' })

const KnownFailure = z
  .strictObject(
    {
      check: z.enum(CHECK_IDS as [CheckId, ...CheckId[]], { error: ({ input }) => unknownCheck(input) }),
      target: Text,
      reason: Text,
      issue: Text,
      owner: Text,
      expires: z.iso.date({ error: 'is no day such as 2026-12-31' }),
    },
    { error: strangeField },
  )
  .superRefine(({ check }, context) => {
    const why = whyNever(check)
    if (why !== undefined)
      context.addIssue({ code: 'custom', path: ['check'], message: `names ${check}: ${why}` })
  })

const Ledger = z
  .strictObject(
    {
      at_most: z.int({ error: 'is no number: how many may be red at once?' }).min(0),
      known_failures: z.array(KnownFailure, { error: 'is no list' }),
    },
    { error: strangeField },
  )
  .transform(({ at_most: atMost, known_failures: list }) => ({ atMost, list }))

/** A check that is known to be red on a target, who sees to it, and until when (a day, `2026-12-31`, the last one). */
export type KnownFailure = z.output<typeof KnownFailure>

/** Everything that is listed as known, on whichever target, and how many may be red at once in a run. */
export interface KnownFailures {
  readonly atMost: number
  readonly list: readonly KnownFailure[]
}

const USUAL_FILE = 'known-failures.yml'
const NOTHING_KNOWN: KnownFailures = { atMost: 0, list: [] }

/**
 * The failures that are known beforehand: of `known-failures.yml`, or of the file that `NETRA_KNOWN_FAILURES` names.
 *
 * @returns none where there is no such file, or it is empty
 * @throws {BadSettings} in one line, when it is malformed or names what there is not
 */
export function readKnownFailures(environment: Environment): KnownFailures {
  const named = environment['NETRA_KNOWN_FAILURES'] || undefined
  const file = named ?? USUAL_FILE
  if (existsSync(file)) return parseKnownFailures(read(file), file)
  if (named === undefined) return NOTHING_KNOWN
  throw new BadSettings(`NETRA_KNOWN_FAILURES names ${named}, which does not exist: correct it or unset it`)
}

/** The same of a text. @param file as it is called where something is wrong @throws {BadSettings} in one line */
export function parseKnownFailures(text: string, file = USUAL_FILE): KnownFailures {
  const told = parseYaml(text, file)
  if (told === null) return NOTHING_KNOWN
  const { data, error } = Ledger.safeParse(told)
  const [issue] = error?.issues ?? []
  if (!data) throw new BadSettings(`${file}: ${placeOf(issue?.path ?? [])} ${issue?.message}`)
  const twin = data.list.findIndex((one, index) =>
    data.list.slice(0, index).some((other) => isTwin(one, other)),
  )
  if (twin < 0) return data
  const { check, target } = data.list[twin] as KnownFailure
  throw new BadSettings(`${file}: entry ${twin + 1} lists ${check} on ${target} once more`)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new BadSettings(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text, { logLevel: 'error' })
  } catch (error) {
    throw new BadSettings(`${file} is no YAML: ${String((error as Error).message).split('\n')[0]}`)
  }
}

/** `entry 2, expires`; `at_most`. */
function placeOf([list, index, field]: readonly PropertyKey[]): string {
  if (typeof index !== 'number') return list === undefined ? 'as a whole it' : String(list)
  return `entry ${index + 1}${field === undefined ? '' : `, ${String(field)}`}`
}

function isTwin(one: KnownFailure, other: KnownFailure): boolean {
  return one.check === other.check && one.target === other.target
}

function unknownCheck(input: unknown): string {
  return typeof input === 'string'
    ? `names ${input}, which is no check: docs/traceability.md has all of them`
    : 'is missing'
}

/** What must not be expected of anybody. */
function whyNever(check: CheckId): string | undefined {
  const { isolation } = entryOf(check)
  if (isolation) return "that somebody is shown what is another's is never expected"
  if (check.startsWith('ALWAYS.')) return 'it watches every scenario, and would excuse whatever comes'
  return undefined
}

function strangeField({ code, keys }: { readonly code?: string; readonly keys?: readonly string[] }): string {
  return code === 'unrecognized_keys'
    ? `has a field that there is not: ${(keys ?? []).join(', ')}`
    : 'holds no fields: see CONTRIBUTING.md'
}
