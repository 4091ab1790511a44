import type { AgentEvent } from '@netra/local-stack/backend/conversations/events'
import type { Line } from '@netra/local-stack/backend/live/fan-out'
import { liveToken } from '@netra/local-stack/backend/live/token-source'
import type { Damage } from '../defect.ts'

/** Tells the lines of browsers only some of the events. @param isTold by type */
export function inBrowsers(isTold: (type: string) => boolean): Damage {
  return { backend: joiningBrowsers((line) => muffle(line, isTold)) }
}

/** Does harm to each line of a browser, which cannot set a header, when it is joined. */
export function joiningBrowsers(harm: (line: Line) => void): NonNullable<Damage['backend']> {
  // Lines are joined in the order in which their tokens were looked for.
  let isBrowser = false
  return {
    liveTokenSource: () => (headers) => {
      isBrowser = headers.authorization === undefined
      return liveToken(headers)
    },
    fanOut: (_kit, standard) => ({
      ...standard,
      join: (line) => {
        if (isBrowser) harm(line)
        return standard.join(line)
      },
    }),
  }
}

function muffle(line: Line, isTold: (type: string) => boolean): void {
  const send = line.send.bind(line)
  line.send = (frame) => {
    if (!('sequence' in frame) || isTold((frame as AgentEvent).type)) send(frame)
  }
}
