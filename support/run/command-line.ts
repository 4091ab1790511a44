import parseTagExpression from '@cucumber/tag-expressions'
import { published } from '#target/environment'
import { findBadOption } from './options.ts'
import { readWords, valuesOf } from './words.ts'

/** What is wrong with a command line that Cucumber would answer with a stack trace and without any report. */
export interface CommandLineFault {
  /** One line: what is wrong, and what to do. */
  readonly reason: string
  /** Cucumber would fail before the first scenario: there is no point in letting it begin. */
  readonly isFatal: boolean
}

interface Profile {
  readonly paths?: readonly string[]
  readonly pluginOptions: { readonly netra: object }
}

/**
 * Makes a run whose command line is wrong end with a verdict that says so, and one that names files run no others.
 *
 * @param argv of the process
 * @returns the profiles, told of what is wrong; a profile that does not exist is made up to be told, too
 */
export function guardProfiles<Known extends Profile>(
  profiles: Readonly<Record<string, Known>> & { readonly default: Known },
  argv: readonly string[],
): Readonly<Record<string, Known>> {
  const words = readWords(argv.slice(2))
  const profile = valuesOf(words, 'profile')
  const names = Object.keys(profiles)
  const fault = findUnknownProfile(profile, names) ?? findBadWord(argv)
  if (!fault && words.paths.length === 0) return profiles
  // Cucumber would run what is configured besides what is named.
  const narrowed = words.paths.length > 0 ? { paths: [] } : {}
  const entries = [...names, ...profile].map((name) => {
    const base = { ...(profiles[name] ?? profiles.default), ...narrowed }
    const netra = { ...base.pluginOptions.netra, ...(fault ? { fault } : {}) }
    return [name, { ...base, pluginOptions: { netra } }] as const
  })
  return Object.fromEntries(entries)
}

/** What is wrong with the options of a command line, if something is: it can be known before Cucumber reads it. */
export function findBadWord(argv: readonly string[]): CommandLineFault | undefined {
  const words = readWords(argv.slice(2))
  const reason =
    findBadOption(words) ??
    findPublication() ??
    findUnreadableTags(valuesOf(words, 'tags')) ??
    findUnreadableName(words)
  return reason === undefined ? undefined : { reason, isFatal: true }
}

function findUnknownProfile(
  named: readonly string[],
  known: readonly string[],
): CommandLineFault | undefined {
  const unknown = named.find((name) => !known.includes(name))
  if (unknown === undefined) return undefined
  return { reason: `there is no profile "${unknown}": choose from ${known.join(', ')}`, isFatal: false }
}

/** Reports hold what was said on a deployment's wires. */
function findPublication(): string | undefined {
  const name = ['CUCUMBER_PUBLISH_ENABLED', 'CUCUMBER_PUBLISH_TOKEN'].find((one) => published(one))
  return name && `${name} would show the reports to strangers: unset it`
}

function findUnreadableTags(expressions: readonly string[]): string | undefined {
  for (const expression of expressions) {
    try {
      parseTagExpression(expression)
    } catch (error) {
      const [, why = 'malformed'] = /syntax error: (.*)/.exec(String(error)) ?? []
      return `--tags "${expression}" cannot be read (${why}): try --tags "@auth"`
    }
  }
  return undefined
}

function findUnreadableName(words: Parameters<typeof valuesOf>[0]): string | undefined {
  const broken = valuesOf(words, 'name').find((name) => !isPattern(name))
  return broken === undefined
    ? undefined
    : `--name "${broken}" cannot be read as a pattern: try --name renews`
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}
