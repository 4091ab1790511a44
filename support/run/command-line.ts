import { parseArgs } from 'node:util'
import parseTagExpression from '@cucumber/tag-expressions'

/** What is wrong with a command line that Cucumber would answer with a stack trace and without any report. */
export interface CommandLineFault {
  /** One line: what is wrong, and what to do. */
  readonly reason: string
  /** Cucumber would fail before the first scenario: there is no point in letting it begin. */
  readonly isFatal: boolean
}

interface Profile {
  readonly pluginOptions: { readonly netra: object }
}

/**
 * Makes a run whose command line is wrong end with a verdict that says so.
 *
 * @param argv of the process
 * @returns the profiles, told of what is wrong; a profile that does not exist is made up to be told, too
 */
export function guardProfiles<Known extends Profile>(
  profiles: Readonly<Record<string, Known>> & { readonly default: Known },
  argv: readonly string[],
): Readonly<Record<string, Known>> {
  const { profile = [], tags = [] } = read(argv)
  const names = Object.keys(profiles)
  const fault = findUnknownProfile(profile, names) ?? findUnreadableTags(tags)
  if (!fault) return profiles
  const entries = [...names, ...profile].map((name) => {
    const base = profiles[name] ?? profiles.default
    return [name, { ...base, pluginOptions: { netra: { ...base.pluginOptions.netra, fault } } }] as const
  })
  return Object.fromEntries(entries)
}

function findUnknownProfile(
  named: readonly string[],
  known: readonly string[],
): CommandLineFault | undefined {
  const unknown = named.find((name) => !known.includes(name))
  if (unknown === undefined) return undefined
  return { reason: `there is no profile "${unknown}": choose from ${known.join(', ')}`, isFatal: false }
}

function findUnreadableTags(expressions: readonly string[]): CommandLineFault | undefined {
  for (const expression of expressions) {
    try {
      parseTagExpression(expression)
    } catch (error) {
      const [, why = 'malformed'] = /syntax error: (.*)/.exec(String(error)) ?? []
      return { reason: `--tags "${expression}" cannot be read (${why}): try --tags "@auth"`, isFatal: true }
    }
  }
  return undefined
}

function read(argv: readonly string[]): { profile?: string[]; tags?: string[] } {
  const options = {
    profile: { type: 'string', short: 'p', multiple: true },
    tags: { type: 'string', short: 't', multiple: true },
  } as const
  const { values } = parseArgs({ args: argv.slice(2), options, strict: false, allowPositionals: true })
  const texts = (given: readonly (string | boolean)[] = []): string[] =>
    given.filter((value) => typeof value === 'string')
  return { profile: texts(values.profile), tags: texts(values.tags) }
}
