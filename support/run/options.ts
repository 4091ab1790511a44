import { existsSync } from 'node:fs'
import { documentation as formats } from '@cucumber/cucumber/lib/formatter/builtin/index'
import { nearest, suggest } from '#errors/nearest'
import { OPTION_NAMES, type GivenOption, type Words } from './words.ts'

/** Says what is wrong with a value, if something is. */
type Rule = (value: string) => string | undefined

const isCount = (text: string): boolean => /^\d+$/.test(text)

/** What Cucumber would answer with a stack trace, or with success though nothing was run. */
const RULES: Readonly<Record<string, Rule>> = {
  config: (file) => (existsSync(file) ? undefined : `--config names ${file}, which does not exist`),
  format: findUnknownFormat,
  'format-options': (text) => findBadJson('--format-options', text),
  order: (text) =>
    /^(defined|reverse|random(:.+)?)$/.test(text)
      ? undefined
      : `--order "${text}" is no order: say defined, reverse or random`,
  parallel: (text) => (isCount(text) ? undefined : `--parallel "${text}" is no number: say --parallel 2`),
  'plugin-options': (text) => findBadJson('--plugin-options', text),
  retry: (text) => (isCount(text) ? undefined : `--retry "${text}" is no number: say --retry 1`),
  shard: (text) => (isShard(text) ? undefined : `--shard "${text}" is no part of a whole: say --shard 1/3`),
  'world-parameters': (text) => findBadJson('--world-parameters', text),
}

/**
 * What is wrong with the options of a command line.
 *
 * @returns one line that says what, and what to do; nothing if all is well
 */
export function findBadOption({ options }: Words): string | undefined {
  for (const option of options) {
    const complaint = findFault(option)
    if (complaint !== undefined) return complaint
  }
  return undefined
}

function findFault({ name, written, value, isKnown, needsValue }: GivenOption): string | undefined {
  if (!isKnown) {
    const near = nearest(name, OPTION_NAMES).map((other) => `--${other}`)
    return `there is no option ${written}${suggest(near)}`
  }
  if (needsValue && (value === undefined || value === '')) return `${written} needs a value`
  if (name === 'publish') return '--publish would show the reports to strangers: leave it out'
  return value === undefined ? undefined : RULES[name]?.(value)
}

function findUnknownFormat(text: string): string | undefined {
  const [, name = ''] = /^"?([^":]*)/.exec(text) ?? []
  if (name in formats || name === 'junit' || /[./@\\]/.test(name)) return undefined
  return `--format "${text}" is no format${suggest(nearest(name, ['junit', ...Object.keys(formats)]))}`
}

function findBadJson(option: string, text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return undefined
  } catch {
    // Told as everything is told that is no object.
  }
  return `${option} "${text}" is no JSON object: say ${option} '{"name":"value"}'`
}

function isShard(text: string): boolean {
  const [, index = '0', total = '0'] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  return Number(index) >= 1 && Number(index) <= Number(total)
}
