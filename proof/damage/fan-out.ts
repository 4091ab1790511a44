import type { AgentEvent } from '@netra/local-stack/backend/conversations/events'
import type { FanOut, Line } from '@netra/local-stack/backend/live/fan-out'

type Send = (frame: object) => void

/**
 * Decides anew who is told what.
 *
 * @param deliver is given how to tell everybody else, how to tell the owner, and how many lines there are
 */
export function overheard(
  standard: FanOut,
  deliver: (frame: object, others: Send, owner: Send, present: number) => void,
): FanOut {
  const lines = new Set<Line>()
  return {
    ...standard,
    join: (line) => standard.join(line) && lines.add(line).size > 0,
    leave: (line) => {
      lines.delete(line)
      standard.leave(line)
    },
    deliver: (userId, frame) => {
      const tellOthers: Send = (told) => {
        for (const line of lines) if (line.userId !== userId) line.send(told)
      }
      deliver(frame, tellOthers, (told) => standard.deliver(userId, told), lines.size)
    },
  }
}

/** The answer that an event brings, if it brings one. */
export function answerIn(frame: object): unknown {
  const { payload } = frame as AgentEvent
  return payload['response']
}

/** Ends lines for this reason as is promised, and that much later than is promised. */
export function endingLate(standard: FanOut, late: string, delayMs: number): FanOut {
  return {
    ...standard,
    join: (line) => {
      const close = line.close.bind(line)
      line.close = (code, reason) => {
        if (reason === late) setTimeout(close, delayMs, code, reason)
        else close(code, reason)
      }
      return standard.join(line)
    },
  }
}
