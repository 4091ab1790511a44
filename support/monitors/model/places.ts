import type { MessageAnswer } from '#contract/answers'
import type { KnownMessage, KnownThread } from './belongings.ts'
import { isBefore, type Window } from './window.ts'

/** How many messages a thread must hold, and may hold, while somebody looks. */
export function countBounds({ messages }: KnownThread, look: Window): readonly [number, number] {
  const certain = messages.filter((message) => message.isCertain && isBefore(message, look))
  return [certain.length, messages.filter(({ from }) => from <= look.to).length]
}

/** Which of the known messages is told: by its id, by its run, or by its words. */
export function find(
  { messages }: KnownThread,
  { id, role, run_id: run, content }: MessageAnswer,
): KnownMessage | undefined {
  const own = messages.filter((message) => message.role === role)
  return (
    own.find((message) => message.id === id) ??
    own.find((message) => message.run !== undefined && message.run === run) ??
    own.find((message) => (run === null || message.run === undefined) && message.content === content)
  )
}

/** Between which places a message must stand: what overlaps in time may come in either order. */
export function placesOf(message: KnownMessage, { messages }: KnownThread): readonly [number, number] {
  const others = messages.filter((other) => other !== message)
  const before = others.filter((other) => other.isCertain && precedes(other, message))
  return [before.length, others.filter((other) => !precedes(message, other)).length]
}

/** In time, or as a question its answer. */
function precedes(one: KnownMessage, other: KnownMessage): boolean {
  return isBefore(one, other) || (one.run !== undefined && one.run === other.run && one.role === 'user')
}
