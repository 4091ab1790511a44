import { readEnvironment } from '#target/environment'
import { findNote, leaveNote, readRun } from '#target/run-context'
import { readTarget } from '#target/settings'
import { examine } from './health.ts'

/** Once, before the first scenario: is the target there, is it the right one, and what does it offer? */
export async function checkHealth(): Promise<void> {
  const run = readRun()
  if (findNote(run, 'refusal')) return
  const health = await examine(readTarget(readEnvironment()), (progress) => console.error(progress))
  leaveNote(run, 'health', health)
  if (health.healthy) return
  const ill = health.services.filter(({ state }) => state !== 'healthy' && state !== 'degraded')
  const reason = ill.map(({ service, state, address }) => `${service} is ${state} at ${address}`).join('; ')
  leaveNote(run, 'refusal', { verdict: 'target-unhealthy', reason })
}
