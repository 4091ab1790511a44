import type { PlatformWorld } from '#world/platform-world'
import { showIsolation } from './isolation-matrix.ts'
import { showTimelines } from './timelines.ts'

/** Shows in the report whatever a scenario has to show. @returns the same as files of evidence */
export function showExhibits(world: PlatformWorld): Record<string, string> {
  const { attachments, runOrder } = world.scenario
  for (const { content, ...about } of attachments) world.attach(Buffer.from(content), about)
  return {
    ...showTimelines(world, runOrder.runs),
    ...showIsolation(world),
    ...Object.fromEntries(attachments.map(({ fileName, content }) => [fileName, content])),
  }
}
