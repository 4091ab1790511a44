import type { ThreadId } from '#clients/ids'
import { lastTold } from '#clients/line-after-loss'
import type { LiveConnection } from '#clients/live-connection'
import { EventLog } from '#waiting/event-log'
import type { Person } from './person.ts'

/** Threads, and how far each was told. */
export type ThreadsTold = ReadonlyMap<ThreadId, number>

/** The threads that somebody has begun, and how far each was told on any of her lines; none where nothing is told again. */
export function threadsTold({ devices, offers }: Pick<Person, 'devices' | 'offers'>): ThreadsTold {
  if (!offers.has('resume')) return new Map()
  const lines = devices.flatMap(({ connections }) => connections)
  const told = lines.map(({ received }) => received.since(EventLog.START).map(({ value }) => value))
  const howFar = (thread: ThreadId): number => Math.max(0, ...told.map((frames) => lastTold(thread, frames)))
  return new Map(devices.flatMap(({ begun }) => begun).map((thread) => [thread, howFar(thread)]))
}

/** Should the line be lost, it goes on with the threads of its owner from where they were when it was opened. */
export function goOnWith(
  { succession }: Pick<LiveConnection, 'succession'>,
  before: ThreadsTold,
  threads: () => ThreadsTold,
): void {
  // What had begun before it, and was told on no line, may be anywhere: nobody knows where to go on.
  const known = (): ThreadId[] => [...threads().keys()].filter((thread) => before.get(thread) !== 0)
  succession.threads = () => known().map((thread) => [thread, before.get(thread) ?? 0])
}
