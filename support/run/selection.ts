import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { IPlannedPickle } from '@cucumber/cucumber/api'
import type { CommandLineFault } from './command-line.ts'
import { expandList, findEmptyList, findMissing } from './named-paths.ts'
import { nearest, suggest } from '#errors/nearest'
import { planOf } from './selected-pickles.ts'
import { valuesOf, type Words } from './words.ts'

const PROMISE = /^@[A-Z]+-\d+$/

/**
 * What a command line names that selects nothing: a file, a line, a tag, a name, or all of it together. It is known
 * before anything is started.
 *
 * @param usual paths that are run when none is named
 */
export async function findUnselected(
  words: Words,
  usual: readonly string[],
): Promise<CommandLineFault | undefined> {
  const given = words.paths.length > 0 ? words.paths : usual
  const reason = findEmptyList(given) ?? (await findReason(words, given.flatMap(expandList), usual))
  // A list that is not there is something that Cucumber itself breaks on.
  return reason === undefined
    ? undefined
    : { reason, isFatal: given.some((path) => basename(path).startsWith('@')) }
}

async function findReason(
  words: Words,
  paths: readonly string[],
  usual: readonly string[],
): Promise<string | undefined> {
  const filter = { names: valuesOf(words, 'name'), tags: valuesOf(words, 'tags') }
  const missing = words.paths.length > 0 ? await findMissing(paths, usual) : undefined
  if (missing !== undefined) return missing
  const [known, selected] = await Promise.all([planOf([...paths, ...usual]), planOf(paths, filter)])
  // What cannot be parsed is told as such.
  if (known === undefined || selected === undefined) return undefined
  return (
    findUnknownName(filter.names, known) ??
    findUnknownTag(filter.tags, known, selected.length === 0) ??
    findEmptiness(words, selected.length)
  )
}

function findUnknownName(names: readonly string[], known: readonly IPlannedPickle[]): string | undefined {
  const titles = known.map(({ name }) => name)
  const unknown = names.find((name) => !titles.some((title) => new RegExp(name).test(title)))
  if (unknown === undefined) return undefined
  const near = nearest(unknown, titles, true).slice(0, 1)
  return `--name "${unknown}" fits no scenario${suggest(near.map((title) => `"${title}"`))}`
}

/** A promise that does not exist is always told, any other tag only if that is why nothing is left. */
function findUnknownTag(
  expressions: readonly string[],
  known: readonly IPlannedPickle[],
  isEmpty: boolean,
): string | undefined {
  const files = new Set(known.map(({ uri }) => uri))
  const tags = new Set(
    [...files].flatMap((file) => tagsIn(readFileSync(file, 'utf8').match(/^\s*@.*$/gm) ?? [])),
  )
  for (const expression of expressions) {
    const unknown = tagsIn([expression]).find((tag) => !tags.has(tag) && (isEmpty || PROMISE.test(tag)))
    if (unknown === undefined) continue
    const near = suggest(nearest(unknown, [...tags]))
    const named = unknown === expression ? '' : ` (${unknown})`
    return `--tags "${expression}" names a tag that nothing has${named}${near}`
  }
  return undefined
}

function findEmptiness(words: Words, count: number): string | undefined {
  const shard = valuesOf(words, 'shard').at(-1)
  if (count > 0) {
    const isEmpty = shard !== undefined && Number.parseInt(shard) > count
    return isEmpty ? `--shard ${shard} is empty: ${count} scenarios are shared out` : undefined
  }
  const given = (['name', 'tags'] as const).flatMap((option) =>
    valuesOf(words, option).map((value) => `--${option} ${value}`),
  )
  const said = [...words.paths, ...given]
  return `nothing is selected by ${said.join(' ')}${said.length > 1 ? ' together' : ''}`
}

const tagsIn = (lines: readonly string[]): string[] => lines.flatMap((line) => line.match(/@[^\s()]+/g) ?? [])
