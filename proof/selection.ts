import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scenarioOf, sparedBy, type PlantedDefect } from './defect.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** Something was asked for that there is not; one line. */
export class BadSelection extends Error {}

/** One of several equal parts of the proof, for machines that work side by side. */
export interface Shard {
  /** From 1. */
  readonly index: number
  readonly total: number
}

/** @param words `2/3` @throws {BadSelection} */
export function readShard(words: string): Shard {
  const [, index = 0, total = 0] = (/^(\d+)\/(\d+)$/.exec(words) ?? []).map(Number)
  if (index >= 1 && index <= total) return { index, total }
  throw new BadSelection(`--shard ${words} is no part of anything: say 1/3, 2/3 or 3/3`)
}

/** The defects of one part; every defect is in exactly one of them. */
export function inShard<Thing>(all: readonly Thing[], { index, total }: Shard): Thing[] {
  return all.filter((_, place) => place % total === index - 1)
}

/** In place of a commit, where the project has come without its history. */
export const NO_COMMIT = 'unknown'

/** The commit that is checked out, and whether anything is changed beside it. */
export function currentCommit(): string {
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no')
    return `${git('rev-parse', 'HEAD')}${changed === '' ? '' : '+changes'}`
  } catch {
    return NO_COMMIT
  }
}

/** Paths that have changed since a revision, those that git does not know included. @throws {BadSelection} */
export function changedSince(revision: string): string[] {
  try {
    git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`)
  } catch {
    throw new BadSelection(`--since ${revision}: git knows no such revision here`)
  }
  const files = [
    // Of what was moved, the old place counts as well.
    git('diff', '--name-only', '--no-renames', revision, '--'),
    git('ls-files', '--others', '--exclude-standard'),
  ]
  return files.flatMap((list) => list.split('\n')).filter(Boolean)
}

function git(...words: string[]): string {
  return execFileSync('git', words, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}

/** Texts for people, and what no run loads. */
const IDLE = /(\.md|\.test\.ts|^docs\/.*|^bench\/.*|^\.(github|vscode|ci)\/.*|^\.[^/]+)$/
const DEFECT = /^proof\/defects\/.*\/([\w-]+)\.ts$/
const DOMAIN =
  /^(?:support\/promises|step-definitions)\/(authentication|chat|live|isolation)\/|^features\/(.+)\.feature$/

const SCENARIOS: Readonly<Record<string, string>> = {
  authentication: 'AUTH',
  chat: 'CHAT',
  'chat-agents': 'CHAT',
  live: 'LIVE',
  'live-events': 'LIVE',
  isolation: 'ISO',
  'user-isolation': 'ISO',
}

/** The defects whose checks, parts or own code these changes touch. */
export function touchedBy(paths: readonly string[], defects: readonly PlantedDefect[]): PlantedDefect[] {
  const tests = paths.filter((path) => !IDLE.test(path)).map(testFor)
  return defects.filter((defect) => tests.some((concerns) => concerns(defect)))
}

function testFor(path: string): (defect: PlantedDefect) => boolean {
  const id = DEFECT.exec(path)?.[1]
  if (id !== undefined) return (defect) => defect.id === id
  const [, room, feature] = DOMAIN.exec(path) ?? []
  const scenarios = SCENARIOS[room ?? feature ?? '']
  // What all of them stand on concerns all of them.
  if (scenarios === undefined) return () => true
  return ({ reddens }) => reddens.some((named) => scenarioOf(named).startsWith(scenarios))
}

/** Those that took long last time first, so that none of them is the last to end. @param reports of the last proof */
export async function longestFirst(
  defects: readonly PlantedDefect[],
  reports: string,
): Promise<PlantedDefect[]> {
  const took = await lastTimes(reports)
  const expected = (defect: PlantedDefect): number =>
    took.get(defect.id) ?? defect.reddens.length + sparedBy(defect).length
  return defects.toSorted((one, other) => expected(other) - expected(one))
}

async function lastTimes(reports: string): Promise<ReadonlyMap<string, number>> {
  try {
    const { trials = [] } = JSON.parse(await readFile(join(reports, 'proof.json'), 'utf8')) as {
      trials?: { id: string; seconds?: number }[]
    }
    return new Map(trials.flatMap(({ id, seconds }) => (seconds === undefined ? [] : [[id, seconds]])))
  } catch {
    return new Map()
  }
}
