import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import type { Target } from '#target/settings'
import {
  createHastyPacer,
  createPacer,
  paceFigures,
  paceMemory,
  type LaneFigures,
  type PaceMemory,
  type Pacer,
} from '#waiting/pacer'

const KEY = 'netra-pace'

/** In the coordinator: from now on, whoever sends for this run takes turns with all others, in whatever worker. */
export function sharePace(): void {
  setEnvironmentData(KEY, paceMemory())
}

/** For whoever sends to a target, in this worker. */
export function pacerFor({ edgeLimits }: Pick<Target, 'edgeLimits'>): Pacer {
  return createPacer(edgeLimits, sharedMemory())
}

/** The same for the few calls before the first scenario, which wait for nobody. */
export function hastyPacerFor({ edgeLimits }: Pick<Target, 'edgeLimits'>): Pacer {
  return createHastyPacer(edgeLimits, sharedMemory())
}

/** What the whole run has sent until now. */
export function sentUntilNow(): LaneFigures[] {
  return paceFigures(sharedMemory())
}

/** Outside of a run, nobody takes turns with anybody. */
function sharedMemory(): PaceMemory {
  return (getEnvironmentData(KEY) as PaceMemory | undefined) ?? paceMemory()
}
