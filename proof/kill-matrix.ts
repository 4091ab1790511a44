import type { TrialResult } from './trial.ts'

/** For each check, the defects that turn it red: those that name it, and those that do so besides. */
export type KillMatrix = Readonly<Record<string, { readonly named: string[]; readonly besides: string[] }>>

/** @param checks every check there is @param trials those in which the defect was noticed count */
export function killMatrix(checks: readonly string[], trials: readonly TrialResult[]): KillMatrix {
  const noticed = trials.filter((trial) => trial.noticed)
  const row = (check: string): KillMatrix[string] => ({
    named: noticed.filter(({ named }) => named.includes(check)).map(({ id }) => id),
    besides: noticed.filter(({ named, red }) => red.includes(check) && !named.includes(check)).map(idOf),
  })
  return Object.fromEntries(checks.map((check) => [check, row(check)]))
}

/** Checks that no defect is known to turn red for its own reason: nothing shows that they can fail. */
export function unproven(matrix: KillMatrix): string[] {
  return Object.entries(matrix)
    .filter(([, { named }]) => named.length === 0)
    .map(([check]) => check)
}

function idOf({ id }: TrialResult): string {
  return id
}
