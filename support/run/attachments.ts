import type { PlatformWorld } from '#world/platform-world'
import { attachIsolationMatrix } from './isolation-matrix.ts'
import { attachTimelines } from './timelines.ts'

/** Attaches to the report whatever a scenario has to show. @returns the same as files of evidence, by name */
export function attachEvidence(world: PlatformWorld): Record<string, string> {
  const { attachments, runOrder } = world.scenario
  for (const { content, ...about } of attachments) world.attach(Buffer.from(content), about)
  return {
    ...attachTimelines(world, runOrder.runs),
    ...attachIsolationMatrix(world),
    ...Object.fromEntries(attachments.map(({ fileName, content }) => [fileName, content])),
  }
}
