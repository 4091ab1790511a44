import { isDeepStrictEqual } from 'node:util'
import { readWell } from '#contract/reading'
import { EventsAnswer } from '#contract/frames'
import type { AskedRun } from './belongings.ts'
import type { Call } from './call.ts'
import type { Dispute } from './saying.ts'

/** Everything that was told of a run is on record as it was told, in order, from where it was asked for. */
export function judgeRecord(call: Call, { told }: AskedRun, note: Dispute): void {
  const { data } = readWell(EventsAnswer, call.told)
  if (!data) return
  const { events } = data
  const after = Number(call.query.get('after') ?? 0)
  const recorded = new Map(events.map((event) => [event.event_id, event]))
  for (const { event, at, where } of told) {
    const kept = recorded.get(event.event_id)
    const isDue = at < call.from && event.sequence > after
    if (!kept && isDue) return note(`was told #${event.sequence}`, { where }, 'it is not on record')
    if (kept && !isDeepStrictEqual(kept, event)) {
      return note(`was told #${event.sequence}`, { where }, 'it is on record otherwise')
    }
  }
  const other = events.find(({ payload }) => payload.run_id !== call.id)
  if (other) note('is on record', undefined, `#${other.sequence} of ${other.payload.run_id} is told with it`)
  const early = events.find(({ sequence }) => sequence <= after)
  if (early) note(`was wanted after #${after}`, undefined, `#${early.sequence} is told`)
  const late = events.find(({ sequence }, index) => sequence <= (events[index - 1]?.sequence ?? 0))
  if (late) note('is recorded in order', undefined, `#${late.sequence} comes too late`)
}
