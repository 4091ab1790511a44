import { z } from 'zod'
import type { Environment } from './environment.ts'
import { readSetting } from './setting.ts'

/** How many people take part, where a run is told so; else the features' own numbers count. */
export interface Crowds {
  /** In every scenario about isolation. */
  readonly isolation?: number
  /** Under load. */
  readonly load?: number
}

/** Between two people anything can be mixed up; one process cannot play more than the second number. */
const [FEWEST, MOST] = [2, 1000] as const
const Count = z.coerce.number().int().min(FEWEST).max(MOST)

/** How many people a run is told to have take part. @throws {BadSettings} */
export function readCrowds(environment: Environment): Crowds {
  const advice = `it must be a whole number from ${FEWEST} to ${MOST}`
  const isolation = readSetting(environment, 'ISOLATION_USERS', Count, advice)
  const load = readSetting(environment, 'LOAD_USERS', Count, advice)
  return { ...(isolation === undefined ? {} : { isolation }), ...(load === undefined ? {} : { load }) }
}
