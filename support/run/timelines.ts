import { toTimeline, type Timeline } from '#evidence/timeline'
import { drawTimeline } from '#evidence/timeline-picture'
import type { RecordedRun } from '#monitors/run-order-watch'
import type { PlatformWorld } from '#world/platform-world'

/** Fewer events tell of no work. */
const FEWEST_EVENTS = 3
/** More than these nobody looks at; the data tells of all. */
const MOST_PICTURES = 10

/**
 * Attaches every run of a scenario to the report, as a picture.
 *
 * @returns the same as files of evidence, by name, with the data
 */
export function attachTimelines(
  world: Pick<PlatformWorld, 'attach'>,
  recordings: readonly RecordedRun[],
): Record<string, string> {
  const timelines = fullestOfEach(recordings).map(({ runId, person, events }) =>
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

/** A run may have been received on several connections: the fullest recording counts. */
function fullestOfEach(recordings: readonly RecordedRun[]): RecordedRun[] {
  const fullest = new Map<string, RecordedRun>()
  for (const recording of recordings) {
    const known = fullest.get(recording.runId)
    if (!known || known.events.length < recording.events.length) fullest.set(recording.runId, recording)
  }
  return [...fullest.values()].filter(({ events }) => events.length >= FEWEST_EVENTS)
}

function dataOf(timelines: readonly Timeline[]): Record<string, string> {
  return timelines.length === 0 ? {} : { 'timelines.json': `${JSON.stringify(timelines, undefined, 1)}\n` }
}
