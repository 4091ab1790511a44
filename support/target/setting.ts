import type { z } from 'zod'
import { BadSettings, type Environment } from './environment.ts'

/**
 * One variable, read.
 *
 * @param advice completes "… is malformed: "
 * @returns undefined when it is missing or empty
 * @throws {BadSettings} that never repeats the value: it may be a secret
 */
export function readSetting<Value>(
  environment: Environment,
  name: string,
  schema: z.ZodType<Value>,
  advice: string,
): Value | undefined {
  const given = environment[name]
  if (given === undefined || given === '') return undefined
  const { success, data } = schema.safeParse(given)
  if (success) return data
  throw new BadSettings(`${name} is malformed: ${advice} (see .env.example)`)
}
