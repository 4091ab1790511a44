import { toTimeline, type Timeline } from '#evidence/timeline'
import { drawTimeline } from '#evidence/timeline-picture'
import type { RecordedRun } from '#monitors/run-order-watch'
import type { PlatformWorld } from '#world/platform-world'

/** Fewer words tell of no work. */
const FEWEST_WORDS = 3
/** More than these nobody looks at; the data tells of all. */
const MOST_PICTURES = 10

/** Shows every run of a scenario in the report, as a picture. @returns the same as files of evidence, with the data */
export function showTimelines(
  world: Pick<PlatformWorld, 'attach'>,
  stories: readonly RecordedRun[],
): Record<string, string> {
  const timelines = longestOfEach(stories).map(({ runId, person, events }) =>
    toTimeline(runId, person, events),
  )
  const pictures = timelines
    .slice(0, MOST_PICTURES)
    .map((timeline, index) => [`timeline-${index + 1}.svg`, drawTimeline(timeline)] as const)
  for (const [fileName, picture] of pictures) {
    world.attach(Buffer.from(picture), { mediaType: 'image/svg+xml', fileName })
  }
  return { ...Object.fromEntries(pictures), ...dataOf(timelines) }
}

/** A run may have been told on several lines: the fullest account counts. */
function longestOfEach(stories: readonly RecordedRun[]): RecordedRun[] {
  const fullest = new Map<string, RecordedRun>()
  for (const story of stories) {
    const known = fullest.get(story.runId)
    if (!known || known.events.length < story.events.length) fullest.set(story.runId, story)
  }
  return [...fullest.values()].filter(({ events }) => events.length >= FEWEST_WORDS)
}

function dataOf(timelines: readonly Timeline[]): Record<string, string> {
  return timelines.length === 0 ? {} : { 'timelines.json': `${JSON.stringify(timelines, undefined, 1)}\n` }
}
