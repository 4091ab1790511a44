import type { CheckId } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'

/** How the platform ended a line, and how long after it had to (milliseconds). */
export interface ClosedConnection {
  readonly code: number
  readonly lateMs: number
}

/** @param end resolves with the code by which the platform has ended the line */
export function connectionClosedWith(id: CheckId, end: () => Promise<number>, control: string): Check {
  return check(id, '1008, within two seconds', async () => {
    const code = await end()
    return settle(code === 1008, { observed: `ended with ${code}`, control })
  })
}
