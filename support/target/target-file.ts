import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { CAPABILITIES } from '#contract/capabilities'
import { nearest, suggest } from '#errors/nearest'
import { parseDuration, type Duration } from '#waiting/duration'
import { HttpAddress, LiveAddress } from './address.ts'
import { BadSettings } from './environment.ts'
import { SIGN_IN_METHODS } from './sign-in.ts'

/** Where targets are described: one file each. */
const FOLDER = resolve(__dirname, '../../targets')
const ENDING = '.yml'
/** Whatever is there already: four addresses in the environment, or Netra's own staging. */
const ANY = 'staging'

const Time = z.string().transform((text, context): Duration => {
  const duration = parseDuration(text)
  if (duration) return duration
  context.addIssue('it must be a time such as 15 s, 250 ms or 2 min')
  return z.NEVER
})
const Share = z
  .string()
  .regex(/^\d{1,2} %$|^100 %$/, 'it must be a share such as 75 %')
  .transform((text) => Number.parseInt(text) / 100)
const PerMinute = z.int().positive()
const Some = z.array(z.enum(CAPABILITIES))

const Capabilities = z.strictObject({
  /** Where the platform says nothing of it. */
  offered: Some.default([]),
  /** What is broken where it is not offered. */
  demanded: z.union([z.literal('all').transform(() => [...CAPABILITIES]), Some]).default([]),
})

/** One difference that is known, in the words in which a run tells it. */
const Known = z.strictObject({
  where: z.string().min(1),
  what: z.string().min(1),
  reason: z.string().min(1),
  issue: z.string().min(1),
  until: z.iso.date('it must be a day such as 2027-03-31'),
})

/** A file of `targets/`, in its own names. */
const TargetFile = z.strictObject({
  title: z.string().min(1),
  /** Whether a local stack is started for the run. */
  started: z.boolean().default(false),
  /** Hosts of which it holds whoever names them. */
  domain: z.string().min(1).optional(),
  addresses: z
    .strictObject({ auth: HttpAddress, backend: HttpAddress, frontend: HttpAddress, live: LiveAddress })
    .optional(),
  'sign-in': z
    .array(z.enum(SIGN_IN_METHODS))
    .min(1)
    .default([...SIGN_IN_METHODS]),
  capabilities: Capabilities.prefault({}),
  edge: z.strictObject({ 'api-per-minute': PerMinute, 'other-per-minute': PerMinute }).optional(),
  patience: z
    .strictObject({ answer: Time, 'slowest-answer': Time, 'wake-up': Time, tolerance: Time })
    .partial()
    .prefault({}),
  promises: z
    .strictObject({
      'first-event': Time,
      silence: Time,
      'connection-close': Time,
      'run-stop': Time,
      'success-under-load': Share,
    })
    .partial()
    .prefault({}),
  deviations: z.array(Known).readonly().default([]),
})
/** What a file of `targets/` says. */
export type TargetFile = z.output<typeof TargetFile>

/** Of a platform of which nothing is known but where it is. */
export const UNDESCRIBED: TargetFile = TargetFile.parse({ title: 'a platform that no file describes' })

/** Every name that `TEST_ENV` may have, the usual ones first. */
export function targetNames(): readonly string[] {
  const described = readdirSync(FOLDER).filter((file) => file.endsWith(ENDING))
  return [...new Set(['local', ANY, ...described.map((file) => file.slice(0, -ENDING.length)).toSorted()])]
}

/**
 * What its file says of the target of this name.
 *
 * @param backend where the backend is, if that is set by hand: a host that no file knows is described by none
 * @throws {BadSettings} in one line
 */
export function findTargetFile(name: string, backend: string | undefined): TargetFile {
  if (!targetNames().includes(name))
    throw new BadSettings(
      `TEST_ENV names "${name}", and there is no such target${suggest(nearest(name, targetNames()))} (see targets/)`,
    )
  if (name !== ANY) return readTargetFile(name)
  const file = readTargetFile('netra-staging')
  return backend === undefined || isWithin(file.domain, backend) ? file : UNDESCRIBED
}

/** Reads one file. @param folder where it is @throws {BadSettings} in one line */
export function readTargetFile(name: string, folder = FOLDER): TargetFile {
  const [path, told] = [join(folder, `${name}${ENDING}`), `targets/${name}${ENDING}`]
  if (!existsSync(path)) throw new BadSettings(`${told} is missing`)
  const { data, error } = TargetFile.safeParse(parseYaml(readFileSync(path, 'utf8'), told))
  if (data) return data
  const [{ path: place, message } = { path: [], message: 'it cannot be read' }] = error.issues
  throw new BadSettings(`${told} cannot be used: ${[...place, message].join(': ')}`)
}

function parseYaml(text: string, told: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    throw new BadSettings(`${told} cannot be read: ${error.message.split('\n')[0]}`)
  }
}

function isWithin(domain: string | undefined, address: string): boolean {
  const host = URL.parse(address)?.hostname ?? ''
  return domain !== undefined && (host === domain || host.endsWith(`.${domain}`))
}
