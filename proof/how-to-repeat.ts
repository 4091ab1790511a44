import type { TrialResult } from './trial.ts'

/** So many are named in one command. */
const AT_ONCE = 20

/** The command that repeats what was not noticed; of a proof that was ended early, only what was tried. */
export function howToRepeat(survivors: readonly TrialResult[]): string[] {
  const tried = survivors.filter((trial) => trial.tried)
  const names = (tried.length > 0 ? tried : survivors).map(({ id }) => id)
  if (names.length === 0) return []
  const more = names.length > AT_ONCE ? ` (and ${names.length - AT_ONCE} more)` : ''
  return [
    `  evidence  in the folder of each that was begun, beside proof.json; its run as a terminal shows it: terminal.txt`,
    `  repeat    npm run prove -- --only ${names.slice(0, AT_ONCE).join(',')}${more}`,
  ]
}
