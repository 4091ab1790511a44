import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJson } from '#contract/json'
import { LedgerEntry, LedgerHead, LEDGERS } from './account-ledger.ts'

/** What was written down of the accounts of one scenario that has not closed all of them. */
export interface Ledger {
  readonly path: string
  readonly head: LedgerHead | undefined
  /** By their addresses, in small letters. */
  readonly accounts: ReadonlyMap<string, readonly LedgerEntry[]>
}

/** Every ledger that has been left, also of earlier runs. @param reports the folder of the reports */
export function ledgersIn(reports: string): Ledger[] {
  const folder = join(reports, LEDGERS)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ndjson')) : []
  return names.map((name) => readLedger(join(folder, name)))
}

function readLedger(path: string): Ledger {
  // Of a line that was being written when its writer was killed, nobody knows anything.
  const [head, ...lines] = readFileSync(path, 'utf8').split('\n').map(parseJson)
  const entries = lines.flatMap((line) => LedgerEntry.safeParse(line).data ?? [])
  return { path, head: LedgerHead.safeParse(head).data, accounts: stillThere(entries) }
}

function stillThere(entries: readonly LedgerEntry[]): Map<string, LedgerEntry[]> {
  const accounts = new Map<string, LedgerEntry[]>()
  for (const entry of entries) {
    const key = entry.email.toLowerCase()
    const known = accounts.get(key) ?? []
    const isOther = (one: LedgerEntry): boolean =>
      entry.password !== undefined && one.password !== entry.password
    accounts.set(key, entry.isGone ? known.filter(isOther) : [...known, entry])
  }
  return new Map([...accounts].filter(([, left]) => left.length > 0))
}
