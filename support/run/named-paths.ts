import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { IPlannedPickle } from '@cucumber/cucumber/api'
import { nearest, suggest } from '#errors/nearest'
import { planOf } from './selected-pickles.ts'

/** Line numbers behind a path, as in `features/a.feature:12:30`. */
const LINES = /^(.*?)((?::\d+)*)$/s

/**
 * The first path that selects nothing, whatever else is selected: no such file, no scenario in it or at its line.
 *
 * @param usual patterns of the files that may have been meant
 * @returns one line that says which, and what is nearest to it
 */
export async function findMissing(
  paths: readonly string[],
  usual: readonly string[],
): Promise<string | undefined> {
  for (const path of paths) {
    const missing = (await findMissingFile(path, usual)) ?? (await findMissingLine(path))
    if (missing !== undefined) return missing
  }
  return undefined
}

async function findMissingFile(path: string, usual: readonly string[]): Promise<string | undefined> {
  const [, file = '', lines = ''] = LINES.exec(path) ?? []
  const found = globSync(file)
  const isFile = found.length === 1 && statSync(found[0] ?? '').isFile() && existsSync(file)
  if (lines !== '' && found.length > 0 && !isFile) {
    return `a line belongs to one file: name it in place of ${file}`
  }
  const held = found.length > 0 ? await planOf([file]) : []
  if (held === undefined || held.length > 0) return undefined
  if (basename(file).startsWith('@')) return `there is no ${file}: a tag is chosen by --tags ${file}`
  const near = suggest(nearest(file, globSync([...usual])).slice(0, 1))
  return found.length > 0 ? `${file} holds no scenario${near}` : `there is no ${file}${near}`
}

async function findMissingLine(path: string): Promise<string | undefined> {
  const [, file = '', lines = ''] = LINES.exec(path) ?? []
  for (const line of lines.split(':').slice(1)) {
    const here = await planOf([`${file}:${line}`])
    if (here === undefined || here.length > 0) continue
    const away = ({ location }: IPlannedPickle): number => Math.abs(location.line - Number(line))
    const [next] = ((await planOf([file])) ?? []).toSorted((one, other) => away(one) - away(other))
    const near = next ? [`${file}:${next.location.line} (${next.name})`] : []
    return `${file}:${line} is the line of no scenario${suggest(near)}`
  }
  return undefined
}

/** A list of paths, as a run leaves it of what has failed. */
const isList = (path: string): boolean => basename(path).startsWith('@') && existsSync(path)

/** The paths that a list of paths stands for, or the path itself. */
export function expandList(path: string): string[] {
  return isList(path) ? linesOf(path) : [path]
}

/** A list that names nothing: Cucumber would take it for everything. */
export function findEmptyList(paths: readonly string[]): string | undefined {
  const empty = paths.find((path) => isList(path) && linesOf(path).length === 0)
  return empty === undefined ? undefined : `${empty} names no scenario`
}

function linesOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.map((line) => line.trim()).filter(Boolean)
}
