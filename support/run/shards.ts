import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadSettings } from '#target/environment'
import type { RunRecord } from '#verdict/conclusion'
import { UNKNOWN_COMMIT, type ShardRecord } from '#verdict/merge-shards'
import { valuesOf, type Words } from './words.ts'

const FILE = 'shard.json'

/** The commit of the suite that is checked out, and whether anything is changed beside it. */
export function suiteCommit(): string {
  const git = (...words: string[]): string =>
    execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no')
    return `${git('rev-parse', 'HEAD')}${changed === '' ? '' : '+changes'}`
  } catch {
    return UNKNOWN_COMMIT
  }
}

/** Keeps a run that is one part of a whole for whoever merges the parts; of any other run nothing is kept. */
export function keepShard(record: RunRecord, words: Words): void {
  const shard = /^(\d+)\/(\d+)$/.exec(valuesOf(words, 'shard').at(-1) ?? '')
  if (!shard) return
  const [index = 0, total = 0] = shard.slice(1).map(Number)
  const selection = { paths: words.paths, tags: valuesOf(words, 'tags'), names: valuesOf(words, 'name') }
  const kept: ShardRecord = { commit: suiteCommit(), index, total, selection, record }
  writeFileSync(join(record.context.reports, FILE), `${JSON.stringify(kept)}\n`)
}

/** What was kept of a part. @throws {BadSettings} in one line */
export function readShardRecord(folder: string): ShardRecord {
  const file = join(folder, FILE)
  if (!existsSync(file))
    throw new BadSettings(
      `${folder} holds no ${FILE}: name the folders of reports that runs with --shard have left`,
    )
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as ShardRecord
    const { record } = kept
    return { ...kept, record: { ...record, startedAt: new Date(record.startedAt) } }
  } catch {
    throw new BadSettings(`${file} cannot be read: it is cut off, or was written by something else`)
  }
}
